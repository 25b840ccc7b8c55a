// A process that opens a memory which another one made, counts and asks, and tells its parent.
import { once } from "node:events";
import { countMemories } from "./count-memories.ts";
import { openMemory } from "../open-memory.ts";
import type { Reopened, ReopenRequest } from "./reopen-in-new-process.ts";

const MATCHES = 3;

const [request] = (await once(process, "message")) as [ReopenRequest];
const memory = openMemory(request.uri);
const reopened: Reopened = {
  counts: await countMemories(memory, request.userIds),
  answers: await Promise.all(
    request.questions.map(async ({ userId, question }) => {
      const { results } = await memory.search(question, { userId, limit: MATCHES });
      const matches = results.map(({ memory: text, score }) => ({ memory: text, score }));
      return { userId, question, matches };
    }),
  ),
};
await memory.close();
process.send?.(reopened);
process.disconnect();
