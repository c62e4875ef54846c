import { expect, test } from "vitest";
import { readTold } from "../../../../src/core/report/board/told.ts";
import { livelyBoard } from "../../../support/board.ts";

const { webUrl, timeZone, title, problems, declined } = livelyBoard;
const told = {
  webUrl,
  timeZone,
  title,
  problems,
  declined,
  policy: "acme/shop 1a2b",
  visibility: "private",
  at: new Date("2026-03-10T10:00:00Z"),
};

test("what GitHub told for the board is read back from the store as it was", () => {
  expect(readTold(JSON.parse(JSON.stringify(told)))).toEqual(told);
});

test.each([null, {}, { ...told, problems: [{ number: "1" }] }])(
  "what another version noted is as good as none",
  (noted) => {
    expect(readTold(JSON.parse(JSON.stringify(noted)))).toBeNull();
  },
);
