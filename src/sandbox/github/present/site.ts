/** Where the simulation says that it lives: `api` is known once it listens; people's links look like GitHub's. */
export type Site = { api: string; html: string };

export const newSite = (): Site => ({ api: "http://127.0.0.1", html: "https://github.com" });
