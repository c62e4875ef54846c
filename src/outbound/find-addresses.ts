import type { LookupAddress } from "node:dns";
import { isIP } from "node:net";
import { kindOfAddress } from "./kind-of-address.ts";

/** All addresses of a name, as `lookup` of `node:dns` finds them. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** `own-too`: also private ones, and those alone over plain http, where everybody on the way could read along. */
export type AllowedAddresses = "public" | "own-too";

export type FoundAddresses =
  | { readonly kind: "found"; readonly addresses: readonly LookupAddress[] }
  | { readonly kind: "failed"; readonly why: string };

/**
 * Where a URL leads, if all of it may be asked. One address that may not be asked is reason enough to ask none: whoever
 * answers for the name may choose which of them is taken.
 */
export async function findAddresses(url: URL, allowed: AllowedAddresses, resolve: Resolve): Promise<FoundAddresses> {
  const isPlain = url.protocol !== "https:";
  const addresses = await addressesOf(url.hostname.replace(/^\[(.*)\]$/, "$1"), resolve);
  const kinds = new Set(addresses.map(({ address }) => kindOfAddress(address)));
  if (kinds.size === 0) return failed("has no address");
  if (kinds.has("never")) return failed("has an address that is never asked");
  if (kinds.has("private") && allowed === "public") return failed("has a private address, which is not allowed here");
  if (kinds.has("public") && isPlain) return failed("has a public address, which is asked over https only");
  return { kind: "found", addresses };
}

async function addressesOf(host: string, resolve: Resolve): Promise<readonly LookupAddress[]> {
  const family = isIP(host);
  return family === 0 ? resolve(host) : [{ address: host, family }];
}

function failed(why: string): FoundAddresses {
  return { kind: "failed", why };
}
