import { once } from "node:events";
import { startInspector } from "../../server/start-inspector.ts";
import { defineCommand } from "../command.ts";
import { readWhole } from "../flags/read-values.ts";
import { DEFAULT_URI } from "../open-memory.ts";

/** `palimpsest inspect`: the page that shows a memory, until Ctrl+C. */
export const inspect = defineCommand({
  summary: "Show all of it in a page on this machine",
  synopsis: "[--port N] [--write]",
  mostWords: 0,
  flags: {
    port: { type: "string", value: "N", help: "default: any that is free" },
    write: {
      type: "boolean",
      help: "let the page erase, release and drop; without it nothing can be changed",
    },
  },
  details: `It prints an address with a token: who has it may read every user's memories. Only
this machine can reach it. Ctrl+C ends it.`,
  examples: ["inspect", "inspect --uri ./data/memory --port 4500"],
  async run({ values, screen, signal }) {
    const { uri = DEFAULT_URI, write: isWritable, json } = values;
    const port = readWhole(values.port, "--port", { least: 0, most: 65_535 });
    const inspector = await startInspector({ uri, port, isWritable });
    try {
      if (json) await screen.printJson({ url: inspector.url });
      else await screen.print(`The inspector is at ${inspector.url} (Ctrl+C ends it).`);
      if (!signal.aborted) await once(signal, "abort");
    } finally {
      await inspector.close();
    }
  },
});
