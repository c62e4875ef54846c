/** Octokit would write to the console; what goes wrong is thrown and logged by the job. */
export const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
