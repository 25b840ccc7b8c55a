import { createOpenAI } from "@ai-sdk/openai";
import { type ChatReply, type ChatRequest, startOpenAIServer } from "@palimpsest/openai-server";
import { onTestFinished } from "vitest";

type Script = (request: ChatRequest, count: number) => ChatReply | Promise<ChatReply>;

/**
 * Starts a provider: a server, and models that ask it. By default it asks a tool for the weather, says
 * that it is sunny when told, and counts its other answers.
 */
export async function startChat(script: Script = chatOfWeather) {
  const requests: ChatRequest[] = [];
  let answer = script;
  const server = await startOpenAIServer({
    chat(request) {
      requests.push(request);
      return answer(request, requests.length);
    },
  });
  onTestFinished(() => server.close());
  const openai = createOpenAI({ baseURL: server.baseUrl, apiKey: "none" });
  return {
    server,
    /** What the model was asked and answered, in order. */
    requests,
    model: openai.chat("gpt-4.1-nano"),
    responses: openai.responses("gpt-4.1-nano"),
    /** Goes on with another script. */
    script(next: Script) {
      answer = next;
    },
  };
}

function chatOfWeather({ messages, tools }: ChatRequest, count: number): ChatReply {
  const last = messages.at(-1);
  if (last?.role === "tool") return { text: "It is sunny." };
  return tools.length > 0 && last?.content.includes("weather")
    ? { text: "Let me see.", toolCalls: [{ name: "weather", arguments: {} }] }
    : { text: `Answer ${count}` };
}
