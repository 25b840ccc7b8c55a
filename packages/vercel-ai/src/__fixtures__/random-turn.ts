import {
  isStepCount,
  jsonSchema,
  type LanguageModel,
  type ModelMessage,
  streamText,
  tool,
  type ToolSet,
} from "ai";
import { expect, vi } from "vitest";
import { memoryCall } from "../middleware/memory-call.ts";
import type { startChat } from "./start-chat.ts";
import { partsOf, WAYS } from "./ways-to-ask.ts";

/** What can happen to a turn. */
const FATES = [
  "answered",
  "tried again",
  "tried again in the stream",
  "stopped",
  "left",
  "left, and consumed",
  "browser tool",
  "browser tool elsewhere",
  "approved",
  "cut",
  "failed",
  "broken off",
] as const;

/** A turn to come. */
export interface RandomTurn {
  readonly fate: (typeof FATES)[number];
  readonly isStreamed: boolean;
  readonly tools: number;
}

/** So many turns, the same for the same seed. */
export function randomTurns(seed: number, count: number): RandomTurn[] {
  let state = seed;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () => ({
    fate: FATES[draw(FATES.length)] ?? "answered",
    isStreamed: draw(2) === 1,
    tools: draw(4),
  }));
}

/** A chat that goes on: its history, and what memory has to make of it. */
export interface RandomChat {
  readonly userId: string;
  readonly name: string;
  readonly history: ModelMessage[];
  readonly searches: string[];
  readonly kept: string[][];
  /** What the user said and nobody answered. */
  unheard: string[];
}

type Provider = Awaited<ReturnType<typeof startChat>>;

// Longer than what the SDK reads ahead (ai 7.0.173).
const LONG = "la ".repeat(1_000);
const NO_INPUT = jsonSchema<object>({ type: "object", properties: {} });
const looksUp = tool({ inputSchema: NO_INPUT, execute: async () => "42" });
const inBrowser = tool({ inputSchema: NO_INPUT });

/** Answers by what the instructions say of the turn. */
export const answerTurns: Parameters<Provider["script"]>[0] = ({ system, messages }) => {
  const since = messages.slice(messages.findLastIndex(({ role }) => role === "user"));
  const done = since.filter(({ role }) => role === "tool").length;
  const wanted = Number(/tools=(\d)/.exec(system)?.[1]);
  if (done < wanted) return { text: "Let me see.", toolCalls: [{ name: "look", arguments: {} }] };
  return { text: system.includes("long") ? LONG : `Answer to ${since[0]?.content}` };
};

/** Lets a turn happen in a chat, and writes down what memory has to make of it. */
export async function takeTurn(
  chat: RandomChat,
  count: number,
  turn: RandomTurn,
  {
    here,
    elsewhere,
    server,
    requests,
  }: { here: LanguageModel; elsewhere: LanguageModel } & Provider,
): Promise<void> {
  const question = `Question ${count}`;
  const isLong = ["stopped", "left", "left, and consumed"].includes(turn.fate);
  const isTwofold = ["browser tool", "browser tool elsewhere", "approved", "cut"].includes(
    turn.fate,
  );
  const steps = isTwofold ? 1 : isLong ? 0 : turn.tools;
  const id = `${chat.name}.${count}.`;
  const messages: ModelMessage[] = [...chat.history, { role: "user", content: question }];
  const tools = { look: turn.fate.startsWith("browser") ? inBrowser : looksUp } as ToolSet;
  const call = {
    model: here,
    ...memoryCall({ userId: chat.userId }),
    instructions: `You talk with ${chat.userId}. ${id} tools=${steps}${isLong ? " long" : ""}`,
    messages,
    tools,
    stopWhen: isStepCount(turn.fate === "cut" ? 1 : 9),
    maxRetries: 2,
  };
  const [, ask] = WAYS[turn.isStreamed ? 1 : 0];
  const fail = (fault: Parameters<typeof server.fail>[0]["with"], atStep = 0) =>
    server.fail({
      with: fault,
      when: ({ body }) => {
        const text = JSON.stringify(body);
        return text.includes(id) && text.split("Let me see.").length - 1 >= atStep;
      },
    });
  const add = (answers: ModelMessage[]) =>
    chat.history.push({ role: "user", content: question }, ...answers);

  const isSettled = chat.unheard.length === 0 && chat.history.at(-1)?.role !== "user";
  chat.searches.push(question);
  chat.unheard.push(question);
  const keep = (answer?: string) => {
    chat.kept.push([
      ...chat.unheard.map((text) => `user: ${text}`),
      ...(answer === undefined ? [] : [`assistant: ${answer}`]),
    ]);
    chat.unheard = [];
  };

  switch (turn.fate) {
    case "tried again":
      fail({ type: "status", status: 429, retryAfter: 0 }, steps > 0 ? 1 : 0);
    // falls through
    case "answered": {
      add((await ask(call)).messages);
      return keep(`Answer to ${question}`);
    }
    case "tried again in the stream": {
      fail({ type: "garbage", contentType: "text/event-stream", body: OVERLOADED });
      const result = streamText({ ...call, streamRetries: 1, onError: () => {} });
      await result.consumeStream();
      add(await result.responseMessages);
      return keep(`Answer to ${question}`);
    }
    case "stopped": {
      const stop = new AbortController();
      const { textStream } = streamText({ ...call, abortSignal: stop.signal });
      for await (const _ of textStream) stop.abort();
      add(turn.isStreamed ? [{ role: "assistant", content: "la" }] : []);
      return keep();
    }
    case "left":
      await streamText(call).toTextStreamResponse().body?.cancel();
      // Nobody waits for it, and the model is asked all the same.
      await vi.waitFor(() => expect(requests.some(({ system }) => system.includes(id))).toBe(true));
      return void add([]);
    case "left, and consumed": {
      const result = streamText(call);
      const consumed = result.consumeStream();
      await result.toTextStreamResponse().body?.cancel();
      await consumed;
      add(await result.responseMessages);
      return keep(LONG);
    }
    case "browser tool":
    case "browser tool elsewhere": {
      const asked = await ask(call);
      const results = partsOf(asked.messages)
        .filter((part) => part.type === "tool-call")
        .map(({ toolCallId, toolName }) => ({
          type: "tool-result" as const,
          toolCallId,
          toolName,
          output: { type: "text" as const, value: "42" },
        }));
      // Another process knows what the history tells, and nothing of stops and failures.
      const isElsewhere = turn.fate === "browser tool elsewhere" && isSettled;
      if (isElsewhere) chat.searches.push(question);
      add([...asked.messages, { role: "tool", content: results }]);
      const rest = { ...call, model: isElsewhere ? elsewhere : here, messages: chat.history };
      chat.history.push(...(await ask(rest)).messages);
      return keep(`Answer to ${question}`);
    }
    case "approved": {
      const approving = { ...call, toolApproval: { look: "user-approval" as const } };
      const asked = await ask(approving);
      const responses = partsOf(asked.messages)
        .filter((part) => part.type === "tool-approval-request")
        .map(({ approvalId }) => ({
          type: "tool-approval-response" as const,
          approvalId,
          approved: turn.isStreamed,
        }));
      add([...asked.messages, { role: "tool", content: responses }]);
      chat.history.push(...(await ask({ ...approving, messages: chat.history })).messages);
      return keep(`Answer to ${question}`);
    }
    case "cut":
      return void add((await ask(call)).messages);
    case "failed":
      fail({ type: "status", status: 400 }, turn.tools > 0 ? 1 : 0);
      await ask(call).catch(() => {});
      return void add([]);
    case "broken off": {
      fail({ type: "disconnect", afterBytes: 700 });
      await streamText({ ...call, onError: () => {} }).consumeStream();
      return void add([{ role: "assistant", content: "la" }]);
    }
    default:
      return turn.fate satisfies never;
  }
}

const OVERLOADED = [
  { choices: [{ index: 0, delta: { role: "assistant", content: "Ans" } }] },
  { error: { message: "Overloaded.", type: "server_error", code: "overloaded" } },
]
  .map((event) => `data: ${JSON.stringify(event)}\n\n`)
  .join("");
