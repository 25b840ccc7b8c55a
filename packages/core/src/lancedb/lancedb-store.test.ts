import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { describeMemoryStore } from "../testing/describe-memory-store.ts";
import { lanceDBStore } from "./lancedb-store.ts";

let root: string;
let opened = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "palimpsest-"));
});
afterAll(async () => {
  await rm(root, { recursive: true });
});

describeMemoryStore("lanceDBStore", {
  open: async (space) => lanceDBStore({ uri: join(root, String(++opened)) })(space),
  reopen: async (space) => lanceDBStore({ uri: join(root, String(opened)) })(space),
});
