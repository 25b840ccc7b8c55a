import type { Progress } from "../../report/progress.ts";
import type { StorePlan } from "../../scale/plan-store.ts";
import type { ItemTexts } from "./item-texts.ts";
import { inTurn } from "../in-turn.ts";
import { toPut } from "./items.ts";
import type { StoreSubject } from "./store-subjects.ts";

/** Puts of one `batch`. */
const BATCH = 500;

/** Fills all stores with the items of a plan, by turns, and gives the items per second by store. */
export async function fillStores(
  subjects: readonly StoreSubject[],
  {
    texts,
    plan,
    progress,
    signal,
  }: { texts: ItemTexts; plan: StorePlan; progress: Progress; signal: AbortSignal },
): Promise<Record<string, number>> {
  const milliseconds = new Map(subjects.map(({ name }) => [name, 0]));
  const add = async ({ name }: StoreSubject, work: Promise<unknown>) => {
    const startedAt = performance.now();
    await work;
    milliseconds.set(name, (milliseconds.get(name) ?? 0) + performance.now() - startedAt);
  };
  for (let first = 0; first < plan.size; first += BATCH) {
    signal.throwIfAborted();
    const puts = Array.from({ length: Math.min(BATCH, plan.size - first) }, (_, at) =>
      toPut(first + at, { texts, plan }),
    );
    for (const subject of inTurn(subjects, first / BATCH)) {
      await add(subject, subject.store.batch(puts));
    }
    progress.advance(puts.length, "stores: filling");
  }
  for (const subject of subjects) await add(subject, subject.settle());
  return Object.fromEntries(
    Array.from(milliseconds, ([name, taken]) => [name, (plan.size / taken) * 1_000]),
  );
}
