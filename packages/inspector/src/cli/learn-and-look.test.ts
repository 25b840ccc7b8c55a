import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { newFolder } from "../server/__fixtures__/open-server.ts";
import { runLine } from "./__fixtures__/run-line.ts";

vi.stubEnv("OPENAI_API_KEY", "");

test("what is added is found, listed and told from its beginning", async () => {
  const uri = join(await newFolder(), "memory");
  const alice = ["--user", "alice", "--uri", uri];
  const first = await runLine(["add", "I live in Berlin.", ...alice, "--at", "2025-01-01"]);
  expect(first).toEqual({ code: 0, out: "ADD       User lives in Berlin\n", err: "" });
  const messages = [{ role: "user", content: "I moved to Amsterdam." }];
  const piped = { stdin: JSON.stringify(messages) };
  const key = ["--at", "2026-02-01", "--idempotency-key", "1"];
  const second = await runLine(["add", "-", ...alice, ...key], piped);
  expect(second.out).toBe("DELETE    User lives in Berlin → User lives in Amsterdam\n");
  expect((await runLine(["add", "-", ...alice, ...key], piped)).out).toContain("Known already");

  const found = await runLine(["search", "where does she live", ...alice, "--explain"]);
  const [names, row, signals] = found.out.split("\n");
  expect(names).toMatch(/^SCORE {2}SINCE {7}ID +MEMORY$/);
  expect(row).toMatch(/^ 0\.\d\d {2}2026-02-01 {2}[\w-]{36} {2}User lives in Amsterdam$/);
  expect(signals).toMatch(/words \d\.\d{3}/);
  const then = await runLine(["search", "home", ...alice, "--as-of", "2025-06-01", "--json"]);
  expect(JSON.parse(then.out)).toMatchObject({ results: [{ memory: "User lives in Berlin" }] });

  const page = ["list", ...alice, "--include", "superseded", "--limit", "1"];
  const { out, err } = await runLine(page);
  expect(out).toMatch(/2025-01-01 – 2026-02-01 {2}superseded {2}fact .* User lives in Berlin\n$/);
  const [, cursor = ""] = /More follow: --cursor (\S+)/.exec(err) ?? [];
  expect((await runLine([...page, "--cursor", cursor])).out).toContain("Amsterdam");
  const filtered = await runLine(["list", ...alice, "--filter", "version=1", "--filter", "kind=x"]);
  expect(filtered.out).toBe("Nothing is known.\n");

  const listed = await runLine(["list", ...alice, "--filter", "pinned=false", "--json"]);
  const [{ id = "" } = {}] = (JSON.parse(listed.out) as { results: { id?: string }[] }).results;
  const told = await runLine(["history", id, ...alice]);
  expect(told.out).toMatch(
    /^○ User lives in Berlin\n[^●]+superseded[^●]+● User lives in Amsterdam/,
  );
  const terminal = await runLine(["history", id, ...alice], { isTTY: true });
  expect(terminal.out).toContain("○ \u001B[9mUser lives in Berlin\u001B[29m");
  const plain = await runLine(["history", id, ...alice], { isTTY: true, env: { NO_COLOR: "1" } });
  expect(plain.out).toBe(told.out);

  const info = await runLine(["info", "--uri", uri]);
  expect(info.out).toMatch(/Exchanges {2}0 waiting, 0 given up\n[\s\S]*\nmemories +2 /);
  expect(JSON.parse((await runLine(["info", "--uri", uri, "--json"])).out)).toMatchObject({
    rows: { memories: 2, episodes: 2 },
    pending: 0,
  });
  expect((await runLine(["maintain", "--uri", uri])).out).toMatch(/\nepisodes +2 +1 /);
});

test("a file is messages or a text, and one that holds neither is told", async () => {
  const folder = await newFolder();
  const alice = ["--user", "alice", "--uri", join(folder, "memory"), "--json"];
  const contents = {
    "chat.json": '{"messages":[{"role":"user","content":"I am vegetarian."}]}',
    "note.txt": "[10:30] I live in Rome.",
    "broken.json": '[{"role":"user"',
  };
  for (const [name, content] of Object.entries(contents)) {
    await writeFile(join(folder, name), content);
  }
  const addFile = async (name: string) => runLine(["add", "--file", join(folder, name), ...alice]);
  expect(JSON.parse((await addFile("chat.json")).out)).toMatchObject({
    results: [{ event: "ADD", memory: "User is vegetarian" }],
    report: { status: "processed" },
  });
  expect((await addFile("note.txt")).out).toContain("User lives in Rome");
  expect(await addFile("broken.json")).toMatchObject({
    code: 1,
    err: expect.stringContaining("holds no messages") as string,
  });
  expect(await addFile("missing.txt")).toMatchObject({
    code: 1,
    err: expect.stringContaining("ENOENT") as string,
  });
});

test("an exchange that no model could read is kept, and is no success", async () => {
  const uri = join(await newFolder(), "memory");
  const alice = ["--user", "alice", "--uri", uri];
  await runLine(["add", "I live in Berlin.", ...alice]);
  vi.stubEnv("OPENAI_API_KEY", "none");
  vi.stubEnv("OPENAI_BASE_URL", "http://127.0.0.1:9");
  const added = await runLine(["add", "I moved to Rome.", ...alice]);
  vi.stubEnv("OPENAI_API_KEY", "");
  expect(added).toMatchObject({ code: 1, out: "" });
  expect(added.err).toMatch(/^The exchange is kept as \S+ and not read yet: .*do not add it again/);
  expect(added.err).not.toContain("    at ");
  // Neither to look nor to compact is a reason to read it, with whatever model there is.
  for (const line of [["list", "--user", "alice"], ["maintain"], ["info"]]) {
    expect((await runLine([...line, "--uri", uri])).code).toBe(0);
  }
  expect((await runLine(["info", "--uri", uri])).out).toContain("Exchanges  1 waiting");
});

test("looking makes no folder where there is none", async () => {
  const folder = await newFolder();
  const uri = ["--uri", join(folder, "memory")];
  for (const line of [["search", "x"], ["list"], ["export"], ["forget", "--yes"]]) {
    expect((await runLine([...line, "--user", "alice", ...uri])).code).toBe(1);
  }
  const { code, err } = await runLine(["maintain", ...uri, "--debug"]);
  expect(code).toBe(1);
  expect(err).toMatch(/^There is no memory in[\s\S]*at .*open-for-reading/);
  expect((await runLine(["import", join(folder, "none.jsonl"), ...uri])).code).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});
