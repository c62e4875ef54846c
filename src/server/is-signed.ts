import { createHmac, timingSafeEqual } from "node:crypto";

/** "sha256=" and 64 digits, as GitHub writes a signature. */
export const signatureShape = /^sha256=[\da-f]{64}$/;

/** Whether one of these secrets signed the bytes, as they came: nothing is made of what a stranger sent. */
export function isSigned(bytes: Uint8Array, signature: string, secrets: readonly string[]): boolean {
  // GitHub signs no empty body.
  if (bytes.length === 0 || !signatureShape.test(signature)) return false;
  const given = Buffer.from(signature.slice("sha256=".length), "hex");
  return secrets.some((secret) => timingSafeEqual(createHmac("sha256", secret).update(bytes).digest(), given));
}
