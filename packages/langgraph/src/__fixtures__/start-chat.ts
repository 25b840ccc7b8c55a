import { ChatOpenAI } from "@langchain/openai";
import {
  type ChatReply,
  type ChatRequest,
  type OpenAIServer,
  startOpenAIServer,
} from "@palimpsest/openai-server";
import { onTestFinished } from "vitest";

export type Script = (request: ChatRequest, count: number) => ChatReply | Promise<ChatReply>;

/** A provider, and a model that asks it. */
export interface Chat {
  readonly server: OpenAIServer;
  /** What the model was asked, in order. */
  readonly requests: readonly ChatRequest[];
  readonly model: ChatOpenAI;
  /** Goes on with another script. */
  script(next: Script): void;
}

/** Starts a provider: a server, and a model that asks it. By default it works through four calls of `look_up`. */
export async function startChat(script: Script = workOnErrands): Promise<Chat> {
  const requests: ChatRequest[] = [];
  let answer = script;
  const server = await startOpenAIServer({
    chat(request) {
      requests.push(request);
      return answer(request, requests.length);
    },
  });
  onTestFinished(() => server.close());
  return {
    server,
    requests,
    model: openChatModel(server),
    script(next) {
      answer = next;
    },
  };
}

/** A chat model that asks a server, once a call. */
export function openChatModel(server: OpenAIServer): ChatOpenAI {
  return new ChatOpenAI({
    model: "gpt-4.1-nano",
    apiKey: "test",
    maxRetries: 0,
    configuration: { baseURL: server.baseUrl },
  });
}

/** Asked for an errand, it calls `look_up` four times, one call a step; else it counts its answers. */
export function workOnErrands({ messages, tools }: ChatRequest, count: number): ChatReply {
  const lastUser = messages.findLastIndex(({ role }) => role === "user");
  const results = messages.slice(lastUser).filter(({ role }) => role === "tool").length;
  const isErrand = messages[lastUser]?.content.includes("errand") === true;
  if (!isErrand || results === 4) return { text: `Answer ${count}.` };
  const [tool] = tools;
  return { toolCalls: [{ name: tool?.name ?? "look_up", arguments: { topic: `${results + 1}` } }] };
}
