import { matchAddress, matchKeys, type Tracker } from "./tracker.ts";

const pattern = /(?<![\p{L}\p{N}_])(AB#[1-9]\d{0,9})(?![\p{L}\p{N}_])/giu;
const address =
  /^https?:\/\/(?:dev\.azure\.com\/[^/?#\s]{1,100}|[\w-]{1,100}\.visualstudio\.com)\/(?:[^/?#\s]{1,200}\/){1,2}_workitems\/edit\/([1-9]\d{0,9})(?!\w)/i;

export const azureBoards = {
  name: "azure-boards",
  description: "`AB#12` and addresses such as `https://dev.azure.com/acme/shop/_workitems/edit/12`",
  keysIn: (text) => matchKeys(text, pattern).map((spot) => ({ ...spot, key: spot.key.toUpperCase() })),
  keyAt(text) {
    const number = matchAddress(text, address);
    return number === null ? null : `AB#${number}`;
  },
  url: null,
} as const satisfies Tracker<"azure-boards">;
