import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, errorAnswer, textAnswer } from "./answer.ts";
import type { CompleteReply } from "./chat.ts";
import type { LoggedRequest, RequestPath } from "./request-log.ts";

/** What goes wrong with a request. */
export type Fault =
  | {
      /** An error in OpenAI's form; no script runs. */
      readonly type: "status";
      readonly status: number;
      /** The header of that name: seconds, or a date. */
      readonly retryAfter?: string | number;
      readonly message?: string;
      /** Such as `insufficient_quota`. */
      readonly code?: string;
    }
  /** The right answer, later. */
  | { readonly type: "delay"; readonly ms: number }
  /** No answer, ever. */
  | { readonly type: "hang" }
  /** The connection is destroyed: at once, or after so many bytes of the right answer's body. */
  | { readonly type: "disconnect"; readonly afterBytes?: number }
  /**
   * The right answer, cut: its body, or (with a finish reason that says so) the text and the tool
   * arguments in it. `keep` is a fraction below 1, and a number of bytes from 1 on.
   */
  | { readonly type: "truncate"; readonly keep: number; readonly where: "body" | "arguments" }
  /** The right reply of a chat model, changed: other tools, other words. */
  | { readonly type: "reply"; readonly change: (reply: CompleteReply) => CompleteReply }
  /** The right embeddings, each changed. */
  | { readonly type: "vectors"; readonly change: (vector: readonly number[]) => readonly number[] }
  /** A body of anything, with status 200. Default content type: JSON. */
  | { readonly type: "garbage"; readonly body: string; readonly contentType?: string };

/** Which requests a fault meets. */
export interface FaultRule {
  /** Default: any. */
  readonly path?: RequestPath;
  /** How many requests it meets. Default: 1. */
  readonly times?: number;
  /** Default: all of the path. */
  readonly when?: (request: LoggedRequest) => boolean;
  readonly with: Fault;
}

/** The faults to come. */
export interface FaultQueue {
  add(rule: FaultRule): void;
  /** The first fault that fits the request, used up by it. */
  take(request: LoggedRequest): Fault | undefined;
  clear(): void;
}

/** An empty queue of faults. */
export function createFaultQueue(): FaultQueue {
  let pending: { rule: FaultRule; times: number }[] = [];
  return {
    add(rule) {
      pending.push({ rule, times: rule.times ?? 1 });
    },
    take(request) {
      const next = pending.find(
        ({ rule, times }) =>
          times > 0 &&
          (rule.path ?? request.path) === request.path &&
          (rule.when?.(request) ?? true),
      );
      if (next) next.times -= 1;
      return next?.rule.with;
    },
    clear() {
      pending = [];
    },
  };
}

/** Changes what is answered before it is put in form. */
export interface Changes {
  readonly reply?: (reply: CompleteReply) => CompleteReply;
  readonly vector?: (vector: readonly number[]) => readonly number[];
}

/** Gives the right answer, but for the changes. */
export type AnswerRightly = (changes?: Changes) => Promise<Answer>;

/** The answer that the fault leaves, none when nothing is ever answered. */
export async function answerFaulty(
  fault: Fault,
  answerRightly: AnswerRightly,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  switch (fault.type) {
    case "status":
      return errorAnswer({
        status: fault.status,
        message: fault.message ?? `The server was told to answer ${fault.status}.`,
        ...(fault.code !== undefined && { code: fault.code, type: fault.code }),
        ...(fault.retryAfter !== undefined && {
          headers: { "retry-after": String(fault.retryAfter) },
        }),
      });
    case "delay":
      await sleep(fault.ms, undefined, { signal });
      return answerRightly();
    case "hang":
      return undefined;
    case "disconnect":
      return fault.afterBytes === undefined
        ? { status: 200, headers: {}, chunks: [], broken: true }
        : { ...cutBody(await answerRightly(), fault.afterBytes), broken: true };
    case "truncate":
      return fault.where === "body"
        ? cutBody(await answerRightly(), fault.keep)
        : answerRightly({ reply: (reply) => cutReply(reply, fault.keep) });
    case "reply":
      return answerRightly({ reply: fault.change });
    case "vectors":
      return answerRightly({ vector: fault.change });
    case "garbage":
      return textAnswer(fault.body, fault.contentType ?? "application/json");
    default:
      return fault satisfies never;
  }
}

function cutBody(answer: Answer, keep: number): Answer {
  return { ...answer, chunks: [cutText(answer.chunks.join(""), keep)] };
}

function cutReply(reply: CompleteReply, keep: number): CompleteReply {
  return {
    ...reply,
    text: reply.text === undefined ? undefined : cutText(reply.text, keep),
    toolCalls: reply.toolCalls.map((call) => ({
      ...call,
      arguments: cutText(call.arguments, keep),
    })),
    finishReason: "length",
  };
}

function cutText(text: string, keep: number): string {
  const bytes = Buffer.from(text);
  return bytes.subarray(0, keep < 1 ? Math.floor(bytes.length * keep) : keep).toString();
}
