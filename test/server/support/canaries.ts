const part = "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8";
const webToken = `eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOjQ3MTF9.${part}-_x`;

/** One of each shape, made up. */
export const canaries = {
  "a personal token": `ghp_${part}`,
  "an OAuth token": `gho_${part}`,
  "a user's token": `ghu_${part}`,
  "an installation's token": `ghs_${part}`,
  "an installation's token of the newer shape": `ghs_4711_${webToken}`,
  "a refresh token": `ghr_${part}${part}`,
  "a fine-grained token": `github_pat_11ABCDEFG0_${part}`,
  "a JSON web token": webToken,
} as const;
