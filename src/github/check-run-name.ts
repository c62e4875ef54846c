/** What branch protection asks for: changing it takes the required check off every repository. */
export const checkRunName = "Outcome";
