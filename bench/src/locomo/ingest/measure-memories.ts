import type { Memory } from "@palimpsest/core";
import { countTokens } from "../../report/count-tokens.ts";
import type { User } from "../data/users.ts";

const PAGE = 1_000;

/** How many current memories users have, those of single sessions included, and their tokens. */
export async function measureMemories(
  memory: Memory,
  users: readonly User[],
): Promise<{ memories: number; memoryTokens: number }> {
  let memories = 0;
  let memoryTokens = 0;
  for (const { userId } of users) {
    let cursor: string | undefined;
    do {
      const page = await memory.list({ userId, include: "subtree", limit: PAGE, cursor });
      memories += page.results.length;
      memoryTokens += page.results.reduce((total, record) => total + countTokens(record.memory), 0);
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return { memories, memoryTokens };
}
