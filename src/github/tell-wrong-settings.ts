import { GitHubError } from "./errors.ts";

interface Options {
  /** Asks who the app is. */
  readonly ask: () => Promise<unknown>;
  readonly apiUrl: string;
  readonly logger: { error(fields: object, message: string): void };
}

/**
 * Asks GitHub once who this app is, and tells the operator at once which setting makes that fail: else it would come up
 * with the first delivery. Does not reject.
 */
export async function tellWrongSettings({ ask, apiUrl, logger }: Options): Promise<void> {
  try {
    await ask();
  } catch (error) {
    // Told here. Each job that needs the answer asks for it again, so nothing else hangs on this.
    const wrong = wrongSetting(error, apiUrl);
    if (wrong !== null) logger.error({ err: error }, wrong);
  }
}

/** What the operator is to set right; null where GitHub is in trouble, which says nothing about settings. */
function wrongSetting(error: unknown, apiUrl: string): string | null {
  if (!(error instanceof GitHubError))
    return "PRIVATE_KEY cannot be used to sign: it must be the key that GitHub made for the app";
  const { failure, message } = error;
  const address = `GITHUB_API_URL (${apiUrl}) must be the address of GitHub's API: https://api.github.com, https://api.SUBDOMAIN.ghe.com or https://HOST/api/v3`;
  switch (failure.kind) {
    case "no-answer":
      return `GitHub does not answer at GITHUB_API_URL (${apiUrl}): if that is right, see whether this machine may reach it; the app goes on by itself once it answers`;
    case "status":
      if (failure.status >= 500) return null;
      if (failure.status === 401)
        return `GitHub does not take this app's signature: APP_ID and PRIVATE_KEY must be of one app, and this machine's clock must be right`;
      return /integration not found/i.test(message)
        ? "GitHub knows no app with this number: set APP_ID to the App ID in the app's settings on GitHub"
        : address;
    case "refused":
    case "unexpected":
      return address;
    case "retry-later":
    case "no-room":
    case "no-token":
    case "let-go":
      return null;
  }
}
