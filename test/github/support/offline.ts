import nock from "nock";
import { afterEach, beforeEach } from "vitest";

/** Every request of a test must have been expected by it. */
export function stayOffline(): void {
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => nock.cleanAll());
}
