import { readdir, stat, truncate } from "node:fs/promises";
import { join } from "node:path";

/** Does to the newest manifest of the memories what a power cut may: leaves it empty, or half. */
export async function damageHead(uri: string, how: "empty" | "truncated"): Promise<void> {
  const table = (await readdir(uri)).find((name) => name.startsWith("memories_"));
  const versions = join(uri, table ?? "", "_versions");
  // Named backwards: the newest version has the smallest number.
  const [head = ""] = (await readdir(versions))
    .filter((name) => /^\d+\.manifest$/.test(name))
    .toSorted();
  const path = join(versions, head);
  await truncate(path, how === "empty" ? 0 : Math.floor((await stat(path)).size / 2));
}
