#!/usr/bin/env node
import { parseArgs } from "node:util";
import { MemoryError } from "@palimpsest/core";
import { startInspector } from "./server/start-inspector.ts";

const USAGE = `Shows in a page on this machine what a Palimpsest memory holds.

  npx @palimpsest/inspector [--uri ./.palimpsest] [--port 4500] [--write]

  --uri    the folder or bucket that createMemory has as its uri (default: ./.palimpsest)
  --port   default: any that is free
  --write  lets the page erase, and settle what is in quarantine;
           without it nothing can be changed
`;

const options = {
  uri: { type: "string", default: "./.palimpsest" },
  port: { type: "string", default: "0" },
  write: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

try {
  await run();
} catch (error) {
  if (!isForThePerson(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const { uri, port, write: isWritable } = values;
  const inspector = await startInspector({ uri, port: Number(port), isWritable });
  console.log(`The inspector is at ${inspector.url} (Ctrl+C ends it).`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void inspector.close());
  }
}

/** Whether who started it can do something about it: about an option, the memory, or a port. */
function isForThePerson(error: unknown): error is Error {
  if (MemoryError.isInstance(error)) return true;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^ERR_PARSE_ARGS|^EADDRINUSE$|^EACCES$|^ERR_SOCKET_BAD_PORT$/.test(code);
}
