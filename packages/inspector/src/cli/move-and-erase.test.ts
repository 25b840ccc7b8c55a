import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { fillFolder, newFolder } from "../server/__fixtures__/open-server.ts";
import { runLine } from "./__fixtures__/run-line.ts";

vi.stubEnv("OPENAI_API_KEY", "");

const alice = { userId: "alice" };

test("an export is taken in once, whole, or not at all", async () => {
  const from = await fillFolder(async (memory) => {
    await memory.put("User likes tea", alice);
    await memory.put("User dreads exams", { ...alice, sessionId: "s1" });
  });
  const folder = await newFolder();
  const file = join(folder, "alice.jsonl");
  const line = ["export", "--user", "alice", "--uri", from];
  const piped = await runLine(line);
  expect(piped.out).toContain("User likes tea");
  expect(piped.out).not.toContain("exams");
  const written = await runLine([...line, "--include", "subtree", "--out", file], { isTTY: true });
  expect(written).toMatchObject({ code: 0, out: "" });
  expect(written.err).toMatch(/Exporting █+ 100 % {2}(\d+) of \1\r/);
  expect((await readFile(file, "utf8")).split("\n").length).toBeGreaterThan(4);

  const to = join(folder, "memory");
  const first = await runLine(["import", file, "--uri", to], { isTTY: true });
  expect(first.out).toMatch(/^Imported: versions 2, .*\. There already: 0\.\n$/);
  expect(first.err).toContain("Importing █");
  const again = await runLine(["import", "-", "--uri", to, "--json"], { stdin: piped.out });
  expect(JSON.parse(again.out)).toMatchObject({ imported: { versions: 0 } });

  const broken = `${JSON.stringify("User likes milk")}\n{"type":`;
  const refused = await runLine(["import", "-", "--user", "alice", "--uri", to], { stdin: broken });
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toMatch(/^Line 2 of the import .* Nothing of the import was kept\.\n$/);
  expect((await runLine(["list", "--user", "alice", "--uri", to])).out).not.toContain("milk");
});

test("what was interrupted says so by its code, and leaves no half export", async () => {
  const uri = await fillFolder(async (memory) => memory.put("User likes tea", alice));
  const folder = await newFolder();
  const file = join(folder, "alice.jsonl");
  await writeFile(file, "the export of yesterday");
  const signal = AbortSignal.abort();
  const line = ["export", "--user", "alice", "--uri", uri, "--out", file];
  expect(await runLine(line, { signal })).toEqual({ code: 130, out: "", err: "" });
  for (const verb of ["add", "import"]) {
    const reading = [verb, "-", "--user", "alice", "--uri", uri];
    expect(await runLine(reading, { signal, stdin: "I moved." })).toMatchObject({ code: 130 });
  }
  expect(await readFile(file, "utf8")).toBe("the export of yesterday");
  expect(await readdir(folder)).toEqual(["alice.jsonl"]);
});

test("erasing asks, takes only the typed word for an answer, and gives a receipt", async () => {
  const uri = await fillFolder(async (memory) => {
    await memory.put("User likes tea", alice);
    await memory.put("User drives a Volvo", alice);
  });
  const line = ["forget", "--user", "alice", "--uri", uri];
  const asked = await runLine(line, { stdin: "yes\n", isTTY: true });
  expect(asked).toMatchObject({ code: 1, out: "" });
  expect(asked.err).toMatch(
    /everything of alice: 2 memories[\s\S]*Type erase[\s\S]*Nothing was erased/,
  );
  expect(await runLine(line, { isTTY: true })).toMatchObject({ code: 1, out: "" });

  const found = await runLine([...line, "--query", "drives a Volvo", "--yes"]);
  expect(found.out).toMatch(
    /^Erased: memories 1, .*\nMemories that the query found: [\w-]{36}\.\n/,
  );
  expect((await runLine(["list", "--user", "alice", "--uri", uri])).out).toContain("tea");
  const unknown = await runLine([...line, "--ids", "a,b", "--yes", "--json"]);
  expect(JSON.parse(unknown.out)).toMatchObject({ erased: { memories: 0 } });
  const erased = await runLine(line, { stdin: "erase\n", isTTY: true });
  expect(erased).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Erased: memories 1,/) as string,
  });
  expect((await runLine(["list", "--user", "alice", "--uri", uri])).out).toBe(
    "Nothing is known.\n",
  );
});
