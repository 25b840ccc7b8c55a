import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { ChatOpenAI } from "@langchain/openai";
import { type Embedder, lexicalEmbedder, openaiEmbedder } from "@palimpsest/core";
import { ScriptedChatModel } from "../scripted-model/scripted-chat-model.ts";

/** The models of an agent. */
export interface Models {
  /** Vectors of one embedder cannot be searched with another's: each kind has a folder of this name. */
  name: "openai" | "scripted";
  chat: BaseChatModel;
  embedder: Embedder;
}

/**
 * With `OPENAI_API_KEY` OpenAI's models, at `OPENAI_BASE_URL` where that is set; without a key those
 * that need none. The memory chooses alike for what it has to read and judge.
 */
export function chooseModels(env: NodeJS.ProcessEnv): Models {
  const apiKey = env["OPENAI_API_KEY"];
  if (!apiKey) {
    const wordDelayMs = Number(env["WORD_DELAY_MS"] ?? 30);
    const chat = new ScriptedChatModel({ wordDelayMs });
    return { name: "scripted", chat, embedder: lexicalEmbedder() };
  }
  const baseURL = env["OPENAI_BASE_URL"];
  const chat = new ChatOpenAI({
    model: env["CHAT_MODEL"] ?? "gpt-4.1-mini",
    apiKey,
    streaming: true,
    ...(baseURL && { configuration: { baseURL } }),
  });
  return { name: "openai", chat, embedder: openaiEmbedder() };
}
