import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createAgentThread } from "../agent/agent-thread.ts";
import { openSqliteSaver } from "./open-sqlite-saver.ts";

it("lets SqliteSaver keep a thread in a file, by the SQLite of Node", async () => {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-bench-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "checkpoints.sqlite");
  const { saver, close } = openSqliteSaver(path, { synchronous: "os" });
  const thread = createAgentThread(saver, "thread");
  for (let step = 0; step < 7; step++) await thread.save(thread.next());
  close();

  const other = openSqliteSaver(path, { synchronous: "fsync" });
  const config = { configurable: { thread_id: "thread" } };
  const tuple = await other.saver.getTuple(config);
  expect(tuple?.checkpoint.id).toBe(thread.checkpointIds.at(-1));
  expect(tuple?.parentConfig?.configurable?.["checkpoint_id"]).toBe(thread.checkpointIds.at(-2));
  const channels = tuple?.pendingWrites?.map(([, channel]) => channel);
  expect(channels).toEqual(["messages", "__pregel_tasks", "__pregel_tasks"]);
  await other.saver.deleteThread("thread");
  expect(await other.saver.getTuple(config)).toBeUndefined();
  other.close();
});
