import type { MastraModelConfig, OpenAICompatibleConfig } from "@mastra/core/llm";
import { localModel, type LanguageModel } from "@palimpsest/core";
import { fromMastraModel } from "@palimpsest/mastra";
import { scriptedModel } from "./scripted-model/scripted-model.ts";

/** The models of an assistant. */
export interface ChosenModel {
  /** Answers. */
  agent: MastraModelConfig;
  /** Reads and judges what is said. */
  memory: LanguageModel;
  /** Said on the screen, so that nobody takes a script for a model. */
  notice: string;
}

/**
 * The model that `MODEL` names for Mastra's router, such as `anthropic/claude-haiku-4-5`, at `MODEL_URL` where
 * that is set; with `OPENAI_API_KEY` alone one of OpenAI's, and without any key a script.
 */
export function chooseModel(env: NodeJS.ProcessEnv): ChosenModel {
  const id = env["MODEL"] ?? (env["OPENAI_API_KEY"] ? "openai/gpt-4.1-mini" : undefined);
  if (id === undefined) {
    return {
      agent: scriptedModel(),
      memory: localModel(),
      notice:
        "No model is configured: a script answers. It repeats what it was told to remember, and knows nothing else.",
    };
  }
  const url = env["MODEL_URL"];
  const config = url === undefined ? id : toConfig(id, url, env["MODEL_API_KEY"]);
  return { agent: config, memory: fromMastraModel(config), notice: `${id} answers.` };
}

function toConfig(id: string, url: string, apiKey = "none"): OpenAICompatibleConfig {
  const [providerId = "", ...modelId] = id.split("/");
  return { providerId, modelId: modelId.join("/"), url, apiKey };
}
