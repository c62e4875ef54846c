import type { GitHubReader } from "./ports.ts";

/** For one look, or for several at the same time: nobody's role is asked for twice. */
export function rememberRoles(reader: GitHubReader): GitHubReader {
  const roles = new Map<string, ReturnType<GitHubReader["readRole"]>>();
  return {
    ...reader,
    readRole(repository, login) {
      const key = `${repository.owner}/${repository.name} ${login}`.toLowerCase();
      const role = roles.get(key) ?? reader.readRole(repository, login);
      roles.set(key, role);
      return role;
    },
  };
}
