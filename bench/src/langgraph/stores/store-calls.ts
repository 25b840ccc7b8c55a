import type { BaseStore } from "@langchain/langgraph-checkpoint";
import { LARGE_USER, memoriesOf, type StorePlan, userOf } from "../../scale/plan-store.ts";
import type { ItemTexts } from "./item-texts.ts";
import { ALL_NAMESPACES, TOPICS, toNamespace, topicOf, toPut } from "./items.ts";

/** A kind of call. */
export interface StoreCall {
  readonly name: string;
  /** Items among which it finds some; for a filter, those that pass it. */
  readonly items: number;
  readonly isByMeaning: boolean;
  /** The call of a round, made ready for every store: what it does, and the keys that it finds. */
  prepare(round: number): (store: BaseStore) => Promise<string[]>;
}

const FOUND = 10;
/** From call to call, so that neighbours in time have nothing to do with each other. */
const STRIDE = 7_919;

/** The calls that are timed in a store that was filled to a plan. */
export function toStoreCalls(texts: ItemTexts, plan: StorePlan): StoreCall[] {
  const { size } = plan;
  const any = (round: number) => (round * STRIDE) % size;
  const ofLarge = memoriesOf(LARGE_USER, plan);
  const whose = (index: number) => toNamespace(userOf(index, plan));
  const small = memoriesOf("user-0", plan).length;

  /** With and without a filter that one in ten items passes. */
  function search(
    where: string,
    items: number,
    aim: (round: number) => { prefix: string[]; index: number },
  ): StoreCall[] {
    return [false, true].map((isFiltered) => ({
      name: `search ${where}${isFiltered ? ", filtered" : ""}`,
      items: isFiltered ? Math.round(items / TOPICS) : items,
      isByMeaning: true,
      prepare(round) {
        const { prefix, index } = aim(round);
        const query = texts.ask(index);
        const filter = isFiltered ? { filter: { topic: topicOf(index) } } : {};
        return async (store) => {
          const found = await store.search(prefix, { query, limit: FOUND, ...filter });
          return found.map(({ key }) => key);
        };
      },
    }));
  }

  function put(name: string, numbersOf: (round: number) => { index: number; text: number }) {
    return {
      name,
      items: size,
      isByMeaning: false,
      prepare(round: number) {
        const { index, text } = numbersOf(round);
        const { namespace, key, value } = toPut(index, { texts, plan, text });
        return async (store: BaseStore) => {
          await store.put(namespace, key, value ?? {});
          return [];
        };
      },
    };
  }

  return [
    ...search("a small namespace", small, (round) => ({
      prefix: whose(any(round)),
      index: any(round),
    })),
    ...(ofLarge.length > 0
      ? search("a large namespace", ofLarge.length, (round) => ({
          prefix: toNamespace(LARGE_USER),
          index: ofLarge[(round * STRIDE) % ofLarge.length] ?? 0,
        }))
      : []),
    ...search("all namespaces", size, (round) => ({ prefix: ALL_NAMESPACES, index: any(round) })),
    {
      name: "list a small namespace",
      items: small,
      isByMeaning: false,
      prepare: (round) => async (store) => {
        const found = await store.search(whose(any(round)), { limit: FOUND });
        return found.map(({ key }) => key);
      },
    },
    {
      name: "get",
      items: size,
      isByMeaning: false,
      prepare: (round) => async (store) => {
        const found = await store.get(whose(any(round)), `item-${any(round)}`);
        return found ? [found.key] : [];
      },
    },
    put("put, new", (round) => ({ index: size + round, text: size + round })),
    put("put, again", (round) => ({ index: any(round), text: 2 * size + round })),
  ];
}
