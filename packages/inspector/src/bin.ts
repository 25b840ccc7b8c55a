#!/usr/bin/env node
import { parseArgs } from "node:util";
import { startInspector } from "./server/start-inspector.ts";

const { values } = parseArgs({
  options: {
    uri: { type: "string", default: "./.palimpsest" },
    port: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

const inspector = await startInspector({
  uri: values.uri,
  port: values.port === undefined ? undefined : Number(values.port),
  isWritable: values.write,
});
console.log(`The inspector is at ${inspector.url} (Ctrl+C ends it).`);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void inspector.close());
}
