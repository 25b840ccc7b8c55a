import { toTiming } from "../report/timing.ts";
import type { Corpus } from "../synthetic/corpus.ts";
import type { BenchMemory } from "../synthetic/open-bench-memory.ts";
import type { Measured } from "./measure-in-new-process.ts";
import type { StorePlan } from "./plan-store.ts";

/** Every so many calls merge their facts into what is known. */
const ADDS_PER_UPDATE = 3;
/** Facts of an exchange. */
const FACTS = 2;

/** Times `memory.add`, call after call without a pause, with a search of the same user after each. */
export async function measureAdds(
  { memory, model }: BenchMemory,
  corpus: Corpus,
  plan: StorePlan,
  adds: number,
): Promise<Pick<Measured, "add" | "searchBetweenAdds">> {
  const addMs: number[] = [];
  const searchMs: number[] = [];
  for (let turn = 0; turn < adds; turn++) {
    const userId = `user-${(turn * 977) % plan.users}`;
    const first = plan.size + turn * FACTS;
    const facts = Array.from({ length: FACTS }, (_, at) => corpus.teach(first + at));
    model.answerWith({ facts, operation: turn % ADDS_PER_UPDATE === 0 ? "UPDATE" : "ADD" });
    const messages = [
      { role: "user", content: facts.join(". ") },
      { role: "assistant", content: "I see." },
    ] as const;
    const addedAt = performance.now();
    const { report } = await memory.add(messages, { userId });
    addMs.push(performance.now() - addedAt);
    if (report.status !== "processed") throw new Error(`An add is ${report.status}.`);

    const question = corpus.ask(first);
    const askedAt = performance.now();
    await memory.search(question, { userId });
    searchMs.push(performance.now() - askedAt);
  }
  return { add: toTiming(addMs), searchBetweenAdds: toTiming(searchMs) };
}
