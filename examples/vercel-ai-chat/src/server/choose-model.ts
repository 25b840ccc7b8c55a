import { createOpenAI } from "@ai-sdk/openai";
import { type ChatModel, scriptedModel } from "./scripted-model/scripted-model.ts";

/**
 * The model that answers: with `OPENAI_API_KEY` the one named by `CHAT_MODEL`, at
 * `OPENAI_BASE_URL` where that is set; without a key the scripted one.
 */
export function chooseModel(env: NodeJS.ProcessEnv): ChatModel {
  const apiKey = env["OPENAI_API_KEY"];
  if (!apiKey) return scriptedModel();
  const baseURL = env["OPENAI_BASE_URL"];
  const openai = createOpenAI({ apiKey, ...(baseURL && { baseURL }) });
  // Chat completions, not responses: that is what Ollama, vLLM and LM Studio speak.
  return openai.chat(env["CHAT_MODEL"] ?? "gpt-4.1-mini");
}
