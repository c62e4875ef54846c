import { createHash } from "node:crypto";

/**
 * Tells whether two deliveries had the same body, where only the parsed payload is at hand: Probot's own server hands on
 * nothing else. GitHub's signature binds the bytes, so whoever sends a body again sends the same bytes; they parse to the
 * same fields in the same order, and `JSON.stringify` writes those in one way. Sorting the fields would add nothing but
 * time. Our own server takes the digest of the bytes.
 */
export function digestOf(payload: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(payload) ?? "")
    .digest("base64url");
}
