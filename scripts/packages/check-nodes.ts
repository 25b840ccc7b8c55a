import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { arch, platform } from "node:os";
import { join } from "node:path";
import { findPublished } from "./find-published.ts";
import { loadEntry } from "./load-entry.ts";

/** The first release that `engines` allows, and one of each line with long support. */
const VERSIONS = ["22.13.0", "22.23.3", "24.21.0", "26.10.0"];
/** A memory that is used once: LanceDB's binary has to fit the Node, too. */
const PROGRAM = `
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMemory, lexicalEmbedder, localModel } from "@palimpsest/core";
const uri = mkdtempSync(join(tmpdir(), "palimpsest-nodes-"));
const memory = createMemory({ uri, model: localModel(), embedder: lexicalEmbedder() });
await memory.add("I live in Berlin.", { userId: "alice" });
const { results } = await memory.search("Where does the user live?", { userId: "alice" });
await memory.close();
rmSync(uri, { recursive: true });
if (results[0]?.memory !== "User lives in Berlin") throw new Error(JSON.stringify(results));
`;

const root = join(import.meta.dirname, "../..");

/** Installs a Node from the registry, as npm's packages for platforms carry it, and gives its path. */
function installNode(version: string): string {
  const name = `node-${platform()}-${arch()}`;
  const folder = join(root, "node_modules/.cache/nodes", version);
  const node = join(folder, "node_modules", name, "bin/node");
  if (existsSync(node)) return node;
  mkdirSync(folder, { recursive: true });
  const install = ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts"];
  execFileSync("npm", [...install, `${name}@${version}`], { stdio: "inherit" });
  return node;
}

for (const version of VERSIONS) {
  const node = installNode(version);
  for (const { folder, entries } of findPublished(root)) {
    for (const entry of entries.filter((path) => !path.endsWith("/testing"))) {
      const { imported, required } = await loadEntry(node, folder, entry);
      if (imported.join() !== required.join() || imported.length === 0)
        throw new Error(
          `Node ${version}: ${entry} imports ${imported.join()}, requires ${required.join()}.`,
        );
    }
  }
  const folder = join(root, "packages/core");
  execFileSync(node, ["--input-type=module", "--eval", PROGRAM], { cwd: folder, stdio: "inherit" });
  console.log(`Node ${version}: every entry loads by import and require, and a memory answers.`);
}
