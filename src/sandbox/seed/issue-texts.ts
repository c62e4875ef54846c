/** Issues that are no problems of users, or do not call themselves so: nobody asks anything of them. */
export const cutSunday = {
  title: "The print leaves out Sunday",
  body: `Print a menu with seven dinners from a phone. The page ends with Saturday.

Expected: all seven days.
`,
};

export const movePictures = {
  title: "Move the pictures to the new storage",
  body: `The old one is switched off in autumn.

- [ ] copy
- [ ] switch the address
- [ ] delete the old ones
`,
};

export const offline = {
  title: "Does the list work without a network?",
  body: "There is no reception in our shop's basement. Thanks!\n",
};

export const umlauts = {
  title: "Rezepte mit Umlaut stehen am Ende der Liste",
  body: `Öl und Äpfel kommen nach Zucker. Sie gehören zu O und A.
`,
};
