import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeLicences } from "./write-licences.ts";

const root = join(import.meta.dirname, "../..");
writeFileSync(join(root, "docs/licences.md"), writeLicences(root));
