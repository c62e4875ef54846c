import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";

/** What an operator sets so that the app works for this simulated GitHub; where its store is comes on top. */
export function appVariables(
  { app }: Pick<SimulatedGitHub, "app">,
  { apiUrl, port }: { readonly apiUrl: string; readonly port: number },
): Readonly<Record<string, string>> {
  return {
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: app.webhookSecret,
    GITHUB_API_URL: apiUrl,
    PORT: String(port),
    LOG_LEVEL: "info",
  };
}
