import { readFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGE = join(import.meta.dirname, "../..");
const PEERS = process.env["MASTRA"] === "lowest" ? join(PACKAGE, "packaging/lowest") : PACKAGE;

/** Whether the tests run with this version of a package of Mastra, or a newer one. */
export function hasMastra(name: "core" | "memory", version: string): boolean {
  const manifest = readFileSync(join(PEERS, "node_modules/@mastra", name, "package.json"), "utf8");
  const installed = (JSON.parse(manifest) as { version: string }).version;
  return installed.localeCompare(version, "en", { numeric: true }) >= 0;
}
