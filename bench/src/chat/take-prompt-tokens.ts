import type { OpenAIServer } from "@palimpsest/openai-server";
import { countTokens } from "../report/count-tokens.ts";

/** The tokens of the prompts that reached a server since the last time. */
export function takePromptTokens(server: OpenAIServer): number {
  const messages = server.requests.flatMap(
    ({ body }) => (body as { messages: { content: string }[] }).messages,
  );
  server.clear();
  return messages.reduce((total, { content }) => total + countTokens(content), 0);
}
