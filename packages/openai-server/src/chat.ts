import { createId } from "./create-id.ts";

/** What a client of either chat API asks, in one shape. */
export interface ChatRequest {
  readonly api: "chat" | "responses";
  readonly model: string;
  /** The system and developer messages and the instructions, one below the other. */
  readonly system: string;
  /** The other messages, in order. */
  readonly messages: readonly ChatMessage[];
  readonly tools: readonly ChatTool[];
  readonly toolChoice: ToolChoice;
  readonly stream: boolean;
  /** The body of the request as it came. */
  readonly body: object;
}

/** A message that is not the system's. */
export interface ChatMessage {
  readonly role: "user" | "assistant" | "tool";
  readonly content: string;
  /** What the assistant called. */
  readonly toolCalls?: readonly ToolCall[];
  /** The call that a tool message answers. */
  readonly toolCallId?: string;
}

interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text. */
  readonly arguments: string;
}

/** A function that the model may call. */
export interface ChatTool {
  readonly name: string;
  readonly description?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly strict?: boolean;
}

/** Which tool the model must call: any it likes, none, at least one, or this one. */
export type ToolChoice = "auto" | "none" | "required" | { readonly name: string };

type FinishReason = "stop" | "length" | "tool_calls" | "content_filter";

/** What a script answers: text, tool calls, or both. */
export interface ChatReply {
  readonly text?: string;
  /** Arguments given as an object are sent as its JSON text. */
  readonly toolCalls?: readonly {
    readonly id?: string;
    readonly name: string;
    readonly arguments: object | string;
  }[];
  /** Default: `tool_calls` when there are any, else `stop`. */
  readonly finishReason?: FinishReason;
  /** Default: an estimate of four characters a token. */
  readonly usage?: { readonly inputTokens: number; readonly outputTokens: number };
  /** The pause before each event of a stream. Default: none. */
  readonly deltaDelayMs?: number;
}

/** A reply in which nothing is left to defaults. */
export interface CompleteReply {
  readonly text: string | undefined;
  readonly toolCalls: readonly ToolCall[];
  readonly finishReason: FinishReason;
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number };
  readonly deltaDelayMs: number;
}

/** The reply without a script: a call with `{}` when a tool must be called, else an echo. */
export function replyByDefault({ messages, tools, toolChoice }: ChatRequest): ChatReply {
  if (typeof toolChoice === "object") {
    return { toolCalls: [{ name: toolChoice.name, arguments: {} }] };
  }
  const [tool] = tools;
  if (toolChoice === "required" && tool) {
    return { toolCalls: [{ name: tool.name, arguments: {} }] };
  }
  const question = messages.findLast((message) => message.role === "user");
  return { text: `Echo: ${question?.content ?? ""}` };
}

/** Fills in what the script left out. */
export function completeReply(reply: ChatReply, request: ChatRequest): CompleteReply {
  const toolCalls = (reply.toolCalls ?? []).map((call) => ({
    id: call.id ?? createId("call_"),
    name: call.name,
    arguments: typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments),
  }));
  const answered = [reply.text ?? "", ...toolCalls.map((call) => call.arguments)].join("");
  return {
    text: reply.text ?? (toolCalls.length === 0 ? "" : undefined),
    toolCalls,
    finishReason: reply.finishReason ?? (toolCalls.length > 0 ? "tool_calls" : "stop"),
    usage: reply.usage ?? {
      inputTokens: estimateTokens(JSON.stringify(request.body)),
      outputTokens: estimateTokens(answered),
    },
    deltaDelayMs: reply.deltaDelayMs ?? 0,
  };
}

/** About as many tokens as English text of this length has. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** The pieces in which a stream carries a text. */
export function splitText(text: string): string[] {
  return text.match(/.{1,8}/gsu) ?? [];
}

/** The text in a message's content, which is a string or a list of parts. */
export function readContent(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part: { text?: string; refusal?: string }) => part.text ?? part.refusal ?? "")
    .join("");
}
