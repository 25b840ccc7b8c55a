import { afterAll, beforeAll, describe } from "vitest";
import type { MemoryStore, OpenStore } from "../ports/memory-store.ts";
import { describeConditions } from "./memory-store/conditions.ts";
import { describeErasures } from "./memory-store/erasures.ts";
import { describeLifecycle } from "./memory-store/lifecycle.ts";
import { describeMoves } from "./memory-store/moves.ts";
import { describeRoundTrips } from "./memory-store/round-trips.ts";
import { SPACE } from "./memory-store/rows.ts";
import { describeScopes } from "./memory-store/scopes.ts";
import { describeSearches } from "./memory-store/searches.ts";
import { describeInserts, describeWrites } from "./memory-store/writes.ts";

/** How the suite gets at an implementation. */
export interface MemoryStoreHarness {
  /** Opens an empty store, each time another one. */
  readonly open: OpenStore;
  /**
   * Opens the store again that `open` opened last, while it is open or after it was closed. Left
   * out by stores that keep nothing.
   */
  readonly reopen?: OpenStore | undefined;
}

/** The promises of a `MemoryStore`, as tests: every implementation runs them. */
export function describeMemoryStore(name: string, harness: MemoryStoreHarness): void {
  describe(`${name}, as every store`, () => {
    let store: MemoryStore;
    beforeAll(async () => {
      store = await harness.open(SPACE);
    });
    afterAll(async () => {
      await store.close();
    });

    describeRoundTrips(() => store);
    describeScopes(() => store);
    describeConditions(() => store);
    describeWrites(() => store);
    describeInserts(() => store);
    describeErasures(() => store);
    describeSearches(() => store);
    describeLifecycle(harness);
    describeMoves(harness);
  });
}
