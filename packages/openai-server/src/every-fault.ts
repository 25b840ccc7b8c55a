import type { CompleteReply } from "./chat.ts";
import type { Fault } from "./faults.ts";

/** Longer than a test lets a model think. */
const TOO_LATE_MS = 60_000;

const IN_TRANSIT: Readonly<Record<string, Fault>> = {
  "429 with Retry-After": { type: "status", status: 429, retryAfter: 60 },
  "429 without Retry-After": { type: "status", status: 429 },
  "500": { type: "status", status: 500 },
  timeout: { type: "delay", ms: TOO_LATE_MS },
  hang: { type: "hang" },
  disconnect: { type: "disconnect", afterBytes: 40 },
  "empty body": { type: "garbage", body: "" },
};

/** The ways in which a chat model may fail that is to call a tool. */
export const CHAT_FAULTS: Readonly<Record<string, Fault>> = {
  ...IN_TRANSIT,
  "empty answer": reply(() => ({ text: "", toolCalls: [] })),
  "truncated JSON": { type: "truncate", keep: 0.5, where: "arguments" },
  // Its arguments are whole: whoever looks for them finds them.
  "prose around JSON": reply(({ toolCalls }) => ({
    text: `Here is what you asked for: ${toolCalls[0]?.arguments} Let me know!`,
    toolCalls: [],
  })),
  "prose alone": reply(() => ({ text: "I would rather not say.", toolCalls: [] })),
  "wrong tool": reply(({ toolCalls }) => ({
    toolCalls: toolCalls.map((call) => ({ ...call, name: "another_tool" })),
  })),
  "wrong types": reply(({ toolCalls }) => ({
    toolCalls: toolCalls.map((call) => ({ ...call, arguments: WRONG_TYPES })),
  })),
};

/** The ways in which an embedding model may fail. */
export const EMBEDDING_FAULTS: Readonly<Record<string, Fault>> = {
  ...IN_TRANSIT,
  "empty answer": { type: "garbage", body: '{"object":"list","data":[]}' },
  "truncated JSON": { type: "truncate", keep: 0.5, where: "body" },
  "prose around JSON": { type: "garbage", body: 'Here you are: {"data":[]}' },
  "wrong types": { type: "vectors", change: () => [] },
  "NaN vectors": { type: "vectors", change: (vector) => vector.map(() => Number.NaN) },
  "wrong dimension": { type: "vectors", change: (vector) => vector.slice(1) },
};

const WRONG_TYPES = JSON.stringify({ facts: "none", decisions: 7, summary: { text: true } });

function reply(change: (reply: CompleteReply) => Partial<CompleteReply>): Fault {
  return {
    type: "reply",
    change: (right) => ({ ...right, finishReason: "stop", ...change(right) }),
  };
}
