import { inMemoryStore } from "../../in-memory/in-memory-store.ts";
import { askAll } from "./ask-all.ts";
import type { Kind, SortedLife } from "./sorted-life.ts";

/** How many questions of each kind were answered right, as `right/asked`, and reports of the rest. */
export async function tally(
  lives: readonly SortedLife[],
): Promise<{ score: { [kind in Kind]?: string }; failed: string[] }> {
  const right = new Map<string, number>();
  const asked = new Map<string, number>();
  const failed: string[] = [];
  await Promise.all(
    lives.map(async (life) => {
      const kinds = Object.entries(life.questions);
      const questions = kinds.flatMap(([, ofKind]) => ofKind);
      const outcomes = await askAll({ ...life, questions }, inMemoryStore());
      const kindOf = kinds.flatMap(([kind, ofKind]) => ofKind.map(() => kind));
      for (const [index, { isRight, report }] of outcomes.entries()) {
        const kind = kindOf[index] ?? "";
        asked.set(kind, (asked.get(kind) ?? 0) + 1);
        right.set(kind, (right.get(kind) ?? 0) + Number(isRight));
        if (!isRight) failed.push(`${life.name} (${kind}): ${report}`);
      }
    }),
  );
  const score = [...asked].map(([kind, count]) => [kind, `${right.get(kind)}/${count}`]);
  return { score: Object.fromEntries(score), failed };
}
