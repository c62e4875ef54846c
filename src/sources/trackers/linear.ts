import { projectKeysIn } from "./project-keys.ts";
import { matchAddress, type Tracker } from "./tracker.ts";

const address = /^https?:\/\/linear\.app\/[\w-]{1,100}\/issue\/([A-Z][A-Z0-9]{0,19}-[1-9]\d{0,6})(?![\w-])/i;

export const linear = {
  name: "linear",
  description: "`SHOP-12` and addresses such as `https://linear.app/acme/issue/SHOP-12/slow-search`",
  keysIn: projectKeysIn,
  keyAt: (text) => matchAddress(text, address)?.toUpperCase() ?? null,
  url: null,
} as const satisfies Tracker<"linear">;
