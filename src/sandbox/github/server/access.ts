import { createPublicKey, verify } from "node:crypto";
import { roleOf } from "../state/association.ts";
import type { Installation } from "../state/installation.ts";
import type { Account, Permissions, Repository } from "../state/model.ts";
import { covers } from "../state/state.ts";
import type { World } from "../world.ts";

export type Caller =
  | { kind: "app" }
  | { kind: "installation"; installation: Installation; permissions: Permissions; only: ReadonlySet<Repository> | null }
  | { kind: "refused"; message: string };
export type Need = readonly [permission: string, level: "read" | "write"];
type Token = {
  installation: Installation;
  permissions: Permissions;
  only: ReadonlySet<Repository> | null;
  expiresAt: number;
};
export type Access = { world: World; publicKey: string; tokens: Map<string, Token> };

const tokenLifetimeMs = 60 * 60 * 1000;
/** GitHub refuses app tokens that live longer than ten minutes; a minute is for clocks that disagree. */
const jwtLifetimeSeconds = 11 * 60;

export function newAccess(world: World, publicKey: string): Access {
  return { world, publicKey, tokens: new Map() };
}

export type Narrowing = { permissions: Permissions | undefined; only: ReadonlySet<Repository> | null };

export function issueToken(
  access: Access,
  installation: Installation,
  narrowing: Narrowing,
): { token: string; expiresAt: string } {
  const expiresAt = access.world.now().getTime() + tokenLifetimeMs;
  const token = `ghs_${String(access.tokens.size + 1).padStart(36, "0")}`;
  const permissions = narrowing.permissions ?? installation.permissions;
  access.tokens.set(token, { installation, permissions, only: narrowing.only, expiresAt });
  return { token, expiresAt: new Date(expiresAt).toISOString().replace(/\.\d{3}Z$/, "Z") };
}

export function authenticate(access: Access, header: string | undefined): Caller {
  const [, credential] = /^(?:bearer|token) (.+)$/i.exec(header ?? "") ?? [];
  if (credential === undefined) return { kind: "refused", message: "Requires authentication" };
  if (credential.startsWith("ghs_")) return installationOf(access, credential);
  return isOurApp(access, credential)
    ? { kind: "app" }
    : { kind: "refused", message: "A JSON web token could not be decoded" };
}

function installationOf(access: Access, credential: string): Caller {
  const token = access.tokens.get(credential);
  const alive = token !== undefined && token.expiresAt > access.world.now().getTime();
  const installed = alive && access.world.state.installations.includes(token.installation);
  if (!installed) return { kind: "refused", message: "Bad credentials" };
  const { installation, permissions, only } = token;
  return { kind: "installation", installation, permissions, only };
}

function isOurApp(access: Access, jwt: string): boolean {
  const [head, claims, signature] = jwt.split(".");
  if (head === undefined || claims === undefined || signature === undefined) return false;
  const key = createPublicKey(access.publicKey);
  const signed = verify("RSA-SHA256", Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, "base64url"));
  return signed && areValidClaims(access, JSON.parse(Buffer.from(claims, "base64url").toString()));
}

function areValidClaims(access: Access, claims: { iss?: unknown; iat?: number; exp?: number }): boolean {
  // Octokit dates its tokens by the machine's clock, which a story's clock need not follow.
  const now = Date.now() / 1000;
  const { iat = 0, exp = 0 } = claims;
  return (
    Number(claims.iss) === access.world.state.app.id && iat <= now + 60 && exp > now && exp - iat <= jwtLifetimeSeconds
  );
}

export function reaches(caller: Caller, repository: Repository): boolean {
  if (caller.kind !== "installation" || caller.installation.suspendedAt !== null) return false;
  return covers(caller.installation, repository) && (caller.only === null || caller.only.has(repository));
}

/** Whatever an installation may do, anybody may look at what is public. */
export function canSee(caller: Caller, repository: Repository): boolean {
  return !repository.deleted && (repository.visibility === "public" || reaches(caller, repository));
}

export function may(caller: Caller, repository: Repository, needs: readonly Need[]): boolean {
  if (repository.visibility === "public" && needs.some(([, level]) => level === "read")) return true;
  if (!reaches(caller, repository) || caller.kind !== "installation") return false;
  return needs.some(([permission, level]) => {
    const given = caller.permissions[permission];
    return given === level || given === "write" || given === "admin";
  });
}

/** The role that counts: strangers may read what is public. */
export function effectiveRole(repository: Repository, account: Account): ReturnType<typeof roleOf> {
  const role = roleOf(repository, account);
  return role === "none" && repository.visibility === "public" ? "read" : role;
}
