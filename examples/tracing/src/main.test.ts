import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

test("the trace shows each step of a turn below the call that it belongs to", () => {
  const output = execFileSync(
    process.execPath,
    ["--conditions=@palimpsest/source", join(import.meta.dirname, "main.ts")],
    { encoding: "utf8" },
  );
  const names = Array.from(output.matchAll(/^( *\S+(?: \S+)?) {2}[\d.]+ ms/gm), ([, name]) => name);
  expect(names.filter((name) => !name?.startsWith("    "))).toEqual([
    "turn",
    "  palimpsest.add",
    "  palimpsest.add",
    "  palimpsest.context",
  ]);
  expect(names).toEqual(
    expect.arrayContaining(["    palimpsest.written", "    palimpsest.searched"]),
  );
  expect(output).toMatch(/^ {4}chat \S+ {2}[\d.]+ ms.* step=judge$/m);
  expect(output).toMatch(/^palimpsest\.decisions {2}1×, 1 decision {2}operation=DELETE/m);
});
