import { expect, test } from "vitest";
import { fillFolder } from "../server/__fixtures__/open-server.ts";
import { runLine } from "./__fixtures__/run-line.ts";

const HOSTILE =
  "User likes tea \u001B]0;owned\u0007\u001B[2J\u009B31m\r\u0008\u202Egreen\u2028○ forged\u{E0041}";
const HOSTILE_ID = "al\u001B[2Jice\n\u009B1A";

test("no text of the store reaches a terminal as an order", async () => {
  const scope = { userId: HOSTILE_ID };
  let id = "";
  const uri = await fillFolder(async (memory) => {
    ({ id } = await memory.put(HOSTILE, { ...scope, metadata: { key: HOSTILE } }));
  });
  const from = ["--user", HOSTILE_ID, "--uri", uri];
  const setting = { isTTY: true, env: { NO_COLOR: "1" }, stdin: "no\n" };
  const lines = [
    ["search", "tea", ...from, "--explain"],
    ["search", "tea", ...from, "--json"],
    ["list", ...from],
    ["list", ...from, "--json"],
    ["history", id, ...from],
    ["history", HOSTILE, ...from],
    ["export", ...from],
    ["search", "tea", "--user", "x", "--uri", `${uri}${HOSTILE_ID}`],
    ["search", "tea", "--as-of", HOSTILE, ...from],
    [HOSTILE],
  ];
  for (const line of lines) {
    const { out, err } = await runLine(line, setting);
    const shown = out + err;
    expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(shown).not.toBe("");
  }
  const [human, json] = [
    await runLine(["list", ...from]),
    await runLine(["list", ...from, "--json"]),
  ];
  expect(human.out).toContain("User likes tea ⟨U+001B⟩]0;owned⟨U+0007⟩");
  expect(human.out.trimEnd().split("\n")).toHaveLength(2);
  const { results } = JSON.parse(json.out) as { results: { userId: string; metadata: unknown }[] };
  expect(results).toMatchObject([{ userId: HOSTILE_ID, metadata: { key: HOSTILE } }]);
});
