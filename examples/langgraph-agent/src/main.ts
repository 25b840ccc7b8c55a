import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { MemoryError } from "@palimpsest/core";
import { chooseModels } from "./agent/choose-models.ts";
import { openAgent } from "./agent/open-agent.ts";
import { runChat } from "./chat/run-chat.ts";

const USAGE = `pnpm agent               talk to an agent that remembers

  --uri FOLDER   where memories, notes and conversations are kept (default: one here for each model)
  --user NAME    whose they are (default: you)

With OPENAI_API_KEY set a model of OpenAI answers; without, a scripted one.`;

const FOLDERS = fileURLToPath(new URL("../.palimpsest/", import.meta.url));

try {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", short: "h", default: false },
      uri: { type: "string" },
      user: { type: "string", default: "you" },
    },
  });
  if (values.help) {
    console.log(USAGE);
  } else {
    const models = chooseModels(process.env);
    await using opened = openAgent({ uri: values.uri ?? FOLDERS + models.name, models });
    await runChat({ opened, userId: values.user });
  }
} catch (error) {
  const isUsage = error instanceof TypeError && "code" in error;
  if (!isUsage && !MemoryError.isInstance(error)) throw error;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message);
  process.exitCode = isUsage ? 2 : 1;
}
