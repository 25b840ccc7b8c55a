import type { OpenStore } from "../ports/memory-store.ts";
import { describeMemoryStore } from "../testing/describe-memory-store.ts";
import { inMemoryStore } from "./in-memory-store.ts";

let last: OpenStore = inMemoryStore();

describeMemoryStore("inMemoryStore", {
  open: async (space) => {
    last = inMemoryStore();
    return last(space);
  },
  reopen: async (space) => last(space),
});
