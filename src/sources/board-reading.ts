import type { WeightOnGitHub } from "../core/facts/weight.ts";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { Write } from "../core/plan/write.ts";
import type { ProblemKinds } from "./listed-problem.ts";

/** What jobs ask of GitHub about the board of a repository. */
export interface BoardReader {
  /**
   * The issue with this label that this app wrote; null where there is none. Open ones come first, then the oldest: of
   * two that a create of unknown fate left behind it is always the same. "unseen" as below. A query for each hundred issues with the label, and one.
   */
  findBoard(repository: RepositoryName, label: string): Promise<BoardReading | "unseen" | null>;
  /**
   * Null where it is gone, moved away, or not this app's; "unseen" where nothing tells whether it is: issues are switched
   * off, or not to be read for now. One query.
   */
  readBoard(repository: RepositoryName, number: number): Promise<BoardReading | "unseen" | null>;
  /** What is not about merged work. One query, and one more for the words with which things were closed. */
  readBoardFacts(repository: RepositoryName, kinds: ProblemKinds): Promise<BoardFactsReading>;
}

/** The hands for it. What GitHub refuses is a value, for nothing else waits for the board; failures are thrown. */
export interface BoardWriter {
  /** Labelled at once, so that the next run finds it where this one did not hear that it was made. Makes the label, too. */
  createBoard(repository: RepositoryName, board: NewBoard): Promise<CreatedBoard | BoardWriteRefused>;
  updateBoard(repository: RepositoryName, number: number, change: BoardChange): Promise<BoardWriteEnd>;
  /** GitHub pins three issues of a repository at most, and refuses a fourth. */
  pinBoard(nodeId: string): Promise<BoardWriteEnd>;
}

export interface BoardReading {
  readonly number: number;
  readonly nodeId: string;
  readonly title: string;
  readonly body: string;
  /** One that a person closed stays closed: this app never closes it. */
  readonly state: "open" | "closed";
  readonly isPinned: boolean;
  readonly locked: boolean;
}

type NewLabel = Extract<Write, { readonly kind: "create-label" }>["label"];

export interface NewBoard {
  readonly title: string;
  readonly body: string;
  /** It is made where it is missing. */
  readonly label: NewLabel;
}

export type BoardChange = Partial<Pick<NewBoard, "title" | "body">>;

export interface CreatedBoard {
  readonly kind: "created";
  readonly number: number;
  readonly nodeId: string;
}

export type BoardWriteEnd = { readonly kind: "done" } | BoardWriteRefused;

export type BoardWriteRefused =
  /** In GitHub's own words. */
  | { readonly kind: "refused"; readonly reason: string }
  /** When there is room again for what an app may create. */
  | { readonly kind: "no-room"; readonly at: Date };

export interface BoardFactsReading {
  /** At most thirty, those with the most comments: GitHub cannot order by reactions. */
  readonly problems: readonly WeighedProblem[];
  /** Problems closed as not planned, the latest thirty of what changed last, latest first. */
  readonly declined: readonly DeclinedProblem[];
  /** People's pull requests that were closed unmerged, linked or not, the latest fifty, latest first. */
  readonly unmerged: readonly UnmergedPullRequest[];
}

export interface WeighedProblem {
  readonly number: number;
  readonly title: string;
  /** In which feedback of users may stand. */
  readonly body: string;
  /** By which it falls under a theme. */
  readonly labels: readonly string[];
  readonly type: string | null;
  readonly weight: WeightOnGitHub;
}

export interface DeclinedProblem {
  readonly number: number;
  readonly title: string;
  readonly labels: readonly string[];
  readonly type: string | null;
  readonly closedAt: Date;
  /** The last comment of whoever closed it, written within ten minutes of that, and shown. Never who. */
  readonly reason: string | null;
}

export interface UnmergedPullRequest {
  readonly number: number;
  readonly title: string;
  /** Issues of the same repository that GitHub itself takes for linked. */
  readonly linked: readonly number[];
  readonly closedAt: Date;
  /** As of a declined problem. */
  readonly reason: string | null;
}
