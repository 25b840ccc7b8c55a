import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeReference } from "./write-reference.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "docs/api");
const { pages, undocumented } = writeReference(root);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of pages) writeFileSync(join(folder, name), text);
console.log(`${pages.size} pages in docs/api`);

for (const name of undocumented) console.error(`No docblock: ${name}`);
if (undocumented.length > 0) process.exitCode = 1;
