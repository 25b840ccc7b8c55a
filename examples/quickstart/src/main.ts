import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { MemoryError } from "@palimpsest/core";
import { runChat } from "./chat.ts";
import { runDemo } from "./demo/run-demo.ts";
import { runFile } from "./file.ts";

const USAGE = `pnpm demo                   two sessions, days apart, and what is remembered of them
pnpm demo --file chat.json  a conversation of yours: messages in OpenAI's format
pnpm demo --chat            type, and see what is recalled and learned

  --uri FOLDER   where the memory is kept (default: examples/quickstart/.palimpsest/…);
                 the two sessions need an empty one

With OPENAI_API_KEY set, OpenAI's models read and judge; without, the local rules do.`;

const FOLDERS = fileURLToPath(new URL("../.palimpsest/", import.meta.url));

try {
  const { values } = parseArgs({
    options: {
      chat: { type: "boolean", default: false },
      file: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
      uri: { type: "string" },
    },
  });
  if (values.help) console.log(USAGE);
  else if (values.file !== undefined) await runFile(values.file, values.uri);
  else if (values.chat) await runChat(values.uri ?? `${FOLDERS}chat`);
  else await runDemo(`${FOLDERS}demo`, values.uri);
} catch (error) {
  const isUsage = error instanceof TypeError && "code" in error;
  if (!isUsage && !MemoryError.isInstance(error)) throw error;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : (error as Error).message);
  process.exitCode = isUsage ? 2 : 1;
}
