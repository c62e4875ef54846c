import { expect, test } from "vitest";
import * as fc from "fast-check";
import { findOptOut, renderOptOut } from "../../../src/core/follow-up/opt-out-record.ts";
import { oneLine } from "../../../src/core/markdown/escape.ts";
import { anyForeignText } from "../../support/foreign-text.ts";

const shop = (number: number) => ({ owner: "acme", name: "shop", number });

test("why a pull request opted out is read back in one line, whatever people wrote", () => {
  fc.assert(
    fc.property(anyForeignText, (reason) => {
      const text = renderOptOut(shop(7), reason);
      expect(findOptOut(`Before.\n\n${text}\n\nAfter.`, 7)).toBe(oneLine(reason, 1_500));
      expect(text.match(/`{3,}/g)).toHaveLength(2);
    }),
  );
});

test("of several that were merged from one head each has its own", () => {
  const text = [7, 17].map((number) => renderOptOut(shop(number), `Reason of ${number}`)).join("\n\n");
  expect([7, 17, 1].map((number) => findOptOut(text, number))).toEqual(["Reason of 7", "Reason of 17", null]);
});

test("what is of another version, or none of ours, says nothing", () => {
  const text = renderOptOut(shop(7), "A typo");
  const others = ["", text.slice(0, -4), text.replace(": 1,", ": 2,"), text.replace("opt-out", "record")];
  expect(others.map((one) => findOptOut(one, 7))).toEqual([null, null, null, null]);
});
