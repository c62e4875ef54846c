import { expect, test } from "vitest";
import { putUpBoard } from "../../src/jobs/put-up-board.ts";
import type { KnownBoard } from "../../src/queue/known-boards.ts";
import { noBoard, smallGitHub } from "../support/readings.ts";

const repository = { owner: "acme", name: "shop", id: 70 };
const settings = { enabled: true, title: "What we learned", label: "outcome: board", pin: true };

const unseen = async () => "unseen" as const;

test.each<KnownBoard>([{ kind: "there", number: 7 }, { kind: "made", number: 7 }, { kind: "making" }])(
  "while nothing tells whether the board is there, none is made and none is given up: $kind",
  async (known) => {
    const noted: KnownBoard[] = [];
    const reader = { ...smallGitHub().github, findBoard: unseen, readBoard: unseen };
    await putUpBoard(
      {
        job: { kind: "refresh-board", installation: 7, repository },
        github: { reader, writer: { apply: () => Promise.reject(new Error("nothing is written")) }, board: noBoard },
        known,
        board: { title: settings.title, body: "One thing" },
        settings,
      },
      { boards: { note: async (_of, board) => void noted.push(board) }, queue: { sendLater: async () => {} } },
    );
    expect(noted).toEqual([]);
  },
);
