import type { PutOperation } from "@langchain/langgraph-checkpoint";
import { type StorePlan, userOf } from "../../scale/plan-store.ts";
import type { ItemTexts } from "./item-texts.ts";

const ROOT = "users";
/** Of all items together. */
export const TOPICS = 10;

/** The namespace of a user's items. */
export function toNamespace(userId: string): string[] {
  return [ROOT, userId, "memories"];
}

/** What all namespaces begin with. */
export const ALL_NAMESPACES = [ROOT];

/** The item with this number, whose text the embedder knows from now on. */
export function toPut(
  index: number,
  { texts, plan, text = index }: { texts: ItemTexts; plan: StorePlan; text?: number },
): PutOperation {
  return {
    namespace: toNamespace(userOf(index, plan)),
    key: `item-${index}`,
    value: { text: texts.teach(text), topic: topicOf(index), index },
  };
}

/** One in ten items has the topic of this one; which ones has nothing to do with whose they are. */
export function topicOf(index: number): string {
  const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 16;
  return `topic-${mixed % TOPICS}`;
}
