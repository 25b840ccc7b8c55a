import type { BaseMessage } from "@langchain/core/messages";
import type { StateSnapshot } from "@langchain/langgraph";
import type { ActionRequest, HITLRequest } from "langchain";
import type { Session } from "./session.ts";

/** Where a conversation stands. */
export interface Standing {
  messages: BaseMessage[];
  /** `waiting`: for a person's approval. `unfinished`: the process ended, or the model failed, in mid-turn. */
  turn: "finished" | "waiting" | "unfinished";
  /** What has to be approved. */
  requests: ActionRequest[];
}

/** Where a conversation stands, by its last checkpoint. */
export async function readStanding({ opened, threadId }: Session): Promise<Standing> {
  const { graph } = opened.agent;
  const state = await graph.getState({ configurable: { thread_id: threadId } });
  const requests = readRequests(state);
  return { messages: readMessages(state), turn: readTurn(state, requests), requests };
}

/** The messages in a state; none before the first turn. */
export function readMessages({ values }: StateSnapshot): BaseMessage[] {
  return (values as { messages?: BaseMessage[] }).messages ?? [];
}

/** What the user last said in a conversation. */
export function lastSaid(messages: readonly BaseMessage[]): string {
  return messages.findLast((message) => message.getType() === "human")?.text ?? "";
}

function readTurn({ next }: StateSnapshot, requests: readonly ActionRequest[]): Standing["turn"] {
  if (requests.length > 0) return "waiting";
  return next.length > 0 ? "unfinished" : "finished";
}

function readRequests({ tasks }: StateSnapshot): ActionRequest[] {
  return tasks
    .flatMap(({ interrupts }) => interrupts)
    .flatMap(({ value }) => (value as HITLRequest).actionRequests);
}
