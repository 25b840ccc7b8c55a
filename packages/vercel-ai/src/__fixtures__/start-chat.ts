import { createOpenAI } from "@ai-sdk/openai";
import {
  type ChatRequest,
  type OpenAIServerOptions,
  startOpenAIServer,
} from "@palimpsest/openai-server";
import { onTestFinished } from "vitest";

/** Starts a provider: a server that answers from a script, and models that ask it. */
export async function startChat(chat?: OpenAIServerOptions["chat"]) {
  const requests: ChatRequest[] = [];
  const server = await startOpenAIServer({
    chat(request) {
      requests.push(request);
      return chat?.(request) ?? { text: `Answer ${requests.length}` };
    },
  });
  onTestFinished(() => server.close());
  const openai = createOpenAI({ baseURL: server.baseUrl, apiKey: "none" });
  return {
    server,
    /** What the model was asked, in order. */
    requests,
    model: openai.chat("gpt-4.1-nano"),
    responses: openai.responses("gpt-4.1-nano"),
  };
}
