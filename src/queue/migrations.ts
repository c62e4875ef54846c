import type { Database, Statements } from "./database.ts";

/**
 * The tables of our own, beside pg-boss's. Append only: a released step is never changed.
 * Everything but `deliveries` is an index that can be rebuilt from GitHub.
 */
const steps: readonly string[] = [
  `CREATE TABLE outcome.deliveries (
     hook_id text NOT NULL,
     delivery_id text NOT NULL,
     event text NOT NULL,
     received_at timestamptz NOT NULL,
     PRIMARY KEY (hook_id, delivery_id)
   )`,
  `CREATE INDEX deliveries_by_age ON outcome.deliveries (received_at)`,
  // comment_id NULL: we looked and there is none. No row at all: not known.
  `CREATE TABLE outcome.thread_comments (
     installation bigint NOT NULL,
     repository_id bigint NOT NULL,
     number integer NOT NULL,
     comment_id bigint,
     node_id text,
     minimised_by_us boolean NOT NULL,
     PRIMARY KEY (installation, repository_id, number)
   )`,
  // Target names are kept in lower case: GitHub compares them that way.
  `CREATE TABLE outcome.links (
     installation bigint NOT NULL,
     repository_id bigint NOT NULL,
     number integer NOT NULL,
     owner text NOT NULL,
     name text NOT NULL,
     target_owner text NOT NULL,
     target_name text NOT NULL,
     target_number integer NOT NULL,
     target_repository_id bigint,
     PRIMARY KEY (installation, repository_id, number, target_owner, target_name, target_number)
   )`,
  `CREATE INDEX links_by_target_name ON outcome.links (target_owner, target_name, target_number)`,
  `CREATE INDEX links_by_target_id ON outcome.links (target_repository_id, target_number)`,
  `CREATE TABLE outcome.heads (
     installation bigint NOT NULL,
     repository_id bigint NOT NULL,
     number integer NOT NULL,
     sha text NOT NULL,
     PRIMARY KEY (installation, repository_id, number)
   )`,
  `CREATE INDEX heads_by_commit ON outcome.heads (repository_id, sha)`,
  `CREATE TABLE outcome.bases (
     installation bigint NOT NULL,
     repository_id bigint NOT NULL,
     owner text NOT NULL,
     name text NOT NULL,
     base_owner text NOT NULL,
     base_name text NOT NULL,
     PRIMARY KEY (installation, repository_id, base_owner, base_name)
   )`,
  `CREATE INDEX bases_by_name ON outcome.bases (base_owner, base_name)`,
  `CREATE TABLE outcome.merge_groups (
     installation bigint NOT NULL,
     repository_id bigint NOT NULL,
     sha text NOT NULL,
     number integer NOT NULL,
     ref text NOT NULL,
     PRIMARY KEY (installation, repository_id, sha, number)
   )`,
  `CREATE INDEX merge_groups_by_number ON outcome.merge_groups (installation, repository_id, number)`,
  // For rows of before the default is their age; every new one is told it.
  `ALTER TABLE outcome.merge_groups ADD COLUMN noted_at timestamptz NOT NULL DEFAULT now()`,
  // NULL in rows of before. By it a body is known that comes again under another id.
  `ALTER TABLE outcome.deliveries ADD COLUMN body_digest text`,
  `CREATE INDEX deliveries_by_body ON outcome.deliveries (body_digest)`,
  `CREATE TABLE outcome.looks (
     installation bigint NOT NULL,
     repository_id bigint NOT NULL,
     number integer NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (installation, repository_id, number)
   )`,
  `CREATE TABLE outcome.policies (
     installation bigint NOT NULL,
     repository_id bigint NOT NULL,
     owner text NOT NULL,
     name text NOT NULL,
     asks text NOT NULL,
     swept_at timestamptz,
     PRIMARY KEY (installation, repository_id)
   )`,
  `CREATE TABLE outcome.marks (name text PRIMARY KEY, value text NOT NULL)`,
  // due_at NULL: it was asked for often enough, or something else makes up for it.
  `CREATE TABLE outcome.missed_deliveries (
     guid text PRIMARY KEY,
     id bigint NOT NULL,
     event text NOT NULL,
     action text,
     installation bigint,
     repository_id bigint,
     asked integer NOT NULL,
     due_at timestamptz,
     noted_at timestamptz NOT NULL
   )`,
  `CREATE TABLE outcome.allowances (
     installation bigint NOT NULL,
     kind text NOT NULL,
     at timestamptz NOT NULL,
     amount integer NOT NULL,
     PRIMARY KEY (installation, kind, at)
   )`,
  // What is paused: an installation's jobs, by its number.
  `CREATE TABLE outcome.pauses (
     line bigint PRIMARY KEY,
     until timestamptz NOT NULL,
     reason text NOT NULL
   )`,
  // What the configuration was when every open pull request was woken for it last.
  `ALTER TABLE outcome.policies ADD COLUMN version text`,
  // Nearly all rows have the same hook_id, which the planner does not know where nothing was ever analysed.
  `DROP INDEX outcome.deliveries_by_body`,
  `CREATE INDEX deliveries_by_body ON outcome.deliveries (body_digest, hook_id)`,
  // Since when GitHub has not answered for a part of what was looked at.
  `ALTER TABLE outcome.looks ADD COLUMN silent_since timestamptz`,
  `ALTER TABLE outcome.pauses ADD COLUMN resumed_at timestamptz`,
  // Of rows of before nobody knows: as if it were open nothing is forgotten too early.
  `ALTER TABLE outcome.looks ADD COLUMN is_open boolean NOT NULL DEFAULT true`,
  // answer: "none", "unsure" (somebody may have written it), "done". worded_at: when one in words was about to be written.
  `CREATE TABLE outcome.commands (
     installation bigint NOT NULL,
     repository_id bigint NOT NULL,
     number integer NOT NULL,
     node_id text NOT NULL,
     at timestamptz NOT NULL,
     standing boolean NOT NULL,
     answer text NOT NULL,
     worded_at timestamptz,
     PRIMARY KEY (installation, repository_id, number, node_id)
   )`,
  `ALTER TABLE outcome.thread_comments ADD COLUMN commands_known boolean NOT NULL DEFAULT true`,
  `CREATE TABLE outcome.problems (
     installation bigint NOT NULL,
     repository_id bigint NOT NULL,
     number integer NOT NULL,
     title text NOT NULL,
     words text NOT NULL,
     found_by text NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (installation, repository_id, number)
   )`,
  // NULL: they were never listed.
  `ALTER TABLE outcome.policies ADD COLUMN problems_listed_at timestamptz`,
  // How often something happened there that nobody told of: who reads all comments meanwhile does not know that one.
  `ALTER TABLE outcome.thread_comments ADD COLUMN doubts integer NOT NULL DEFAULT 0`,
  // home: the problem, or the first merged pull request. next_at: when something becomes due there by itself.
  `CREATE TABLE outcome.follow_ups (
     installation bigint NOT NULL,
     repository_id bigint NOT NULL,
     home integer NOT NULL,
     "on" text NOT NULL,
     owner text NOT NULL,
     name text NOT NULL,
     waits boolean NOT NULL,
     next_at timestamptz,
     summary text,
     PRIMARY KEY (installation, repository_id, home)
   )`,
  `CREATE INDEX follow_ups_by_next ON outcome.follow_ups (next_at) WHERE next_at IS NOT NULL`,
  `CREATE TABLE outcome.served (
     installation bigint NOT NULL,
     repository_id bigint NOT NULL,
     number integer NOT NULL,
     home integer NOT NULL,
     PRIMARY KEY (installation, repository_id, number)
   )`,
  `CREATE INDEX served_by_home ON outcome.served (installation, repository_id, home)`,
  // number took target back when it was merged, which was at.
  `CREATE TABLE outcome.reverts (
     installation bigint NOT NULL,
     repository_id bigint NOT NULL,
     number integer NOT NULL,
     target integer NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (installation, repository_id, number, target)
   )`,
  `CREATE INDEX reverts_by_target ON outcome.reverts (installation, repository_id, target)`,
  `ALTER TABLE outcome.policies ADD COLUMN follow_ups_listed_at timestamptz`,
  // number NULL: a person closed or deleted the board.
  `CREATE TABLE outcome.boards (
     installation bigint NOT NULL,
     repository_id bigint NOT NULL,
     number integer,
     PRIMARY KEY (installation, repository_id)
   )`,
  // at: when the pull request was merged; while it is open, when it was opened.
  `CREATE TABLE outcome.opt_outs (
     installation bigint NOT NULL,
     repository_id bigint NOT NULL,
     number integer NOT NULL,
     reason text NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (installation, repository_id, number)
   )`,
  // Since when GitHub has not answered for a part of a follow-up.
  `ALTER TABLE outcome.follow_ups ADD COLUMN silent_since timestamptz`,
  // about: the problem, where that is another repository's.
  `ALTER TABLE outcome.served ADD COLUMN about text NOT NULL DEFAULT ''`,
  // number NULL: none is known. kept_out: a person deleted the one with this label. told: what GitHub told for it last.
  `ALTER TABLE outcome.boards ADD COLUMN kept_out text, ADD COLUMN making boolean NOT NULL DEFAULT false, ADD COLUMN told text`,
  // A comment that was about to be made, and that GitHub has not shown since.
  `ALTER TABLE outcome.follow_ups ADD COLUMN begun text, ADD COLUMN begun_at timestamptz`,
  // What was believed at the merge, as JSON. Each is looked at once, so that those of before are kept as well.
  `ALTER TABLE outcome.served ADD COLUMN record text`,
  `UPDATE outcome.follow_ups SET next_at = to_timestamp(0)`,
];

/** Brings the tables up to date. Safe to repeat, and to run from several processes at once. */
export async function migrate(database: Pick<Database, "migration">): Promise<void> {
  await database.migration(async (statements) => {
    // One process migrates, the others wait here and then find nothing to do. The number is arbitrary.
    await statements.query("SELECT pg_advisory_xact_lock(726178113)");
    await statements.query("CREATE SCHEMA IF NOT EXISTS outcome");
    await statements.query("CREATE TABLE IF NOT EXISTS outcome.migrations (step integer PRIMARY KEY)");
    const done = await stepsDone(statements);
    for (const [step, sql] of steps.entries()) {
      if (done.has(step)) continue;
      await statements.query(sql);
      await statements.query("INSERT INTO outcome.migrations (step) VALUES ($1)", [step]);
    }
  });
}

async function stepsDone(statements: Statements): Promise<ReadonlySet<unknown>> {
  const rows = await statements.query("SELECT step FROM outcome.migrations");
  return new Set(rows.map((row) => row["step"]));
}
