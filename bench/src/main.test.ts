import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
const TWO_FRIENDS = fileURLToPath(new URL("locomo/__fixtures__/two-friends.json", import.meta.url));

describe("pnpm bench", () => {
  it.each([[[]], [["--help"]]])("lists the benches for %j", async (args) => {
    const { code, stdout } = await bench(args);
    expect(stdout).toMatch(/^Usage: pnpm bench[^]*^ {2}locomo /m);
    expect(code).toBe(0);
  });

  it("knows no other bench", async () => {
    const { code, stderr } = await bench(["nothing"]);
    expect(stderr).toMatch(/no bench called "nothing"[^]*^Usage: pnpm bench/m);
    expect(code).toBe(2);
  });
});

describe.each(["crash", "concurrency"])("pnpm bench %s", (name) => {
  it("shows its options, and knows no others", async () => {
    const { code, stdout } = await bench([name, "--help"]);
    expect(stdout).toMatch(new RegExp(`^Usage: pnpm bench ${name} [^]*--seed N`));
    expect(code).toBe(0);
    const unknown = await bench([name, "--speed", "3"]);
    expect(unknown.stderr).toMatch(/--speed[^]*^Usage: pnpm bench/m);
    const none = await bench([name, "--seed", "0"]);
    expect(none.stderr).toContain('--seed must be a whole number above 0, not "0".');
    expect([unknown.code, none.code]).toEqual([2, 2]);
  });
});

describe("pnpm bench crash", () => {
  it("says what it counted, and that every promise held", async () => {
    const json = join(await newFolder(), "crash.json");
    const { code, stdout, stderr } = await bench(["crash", "--kills", "2", "--json", json]);
    expect(stderr).toContain("100% | 2/2 kills");
    expect(stdout).toMatch(/^\| kills +\| +2 \|$[^]*^Every promise held\.$/m);
    const { bench: name, kills, breaches } = JSON.parse(await readFile(json, "utf8"));
    expect({ name, kills, breaches }).toEqual({ name: "crash", kills: 2, breaches: [] });
    expect(code).toBe(0);
  });
});

describe("pnpm bench locomo", () => {
  it("shows its options", async () => {
    const { code, stdout } = await bench(["locomo", "--help"]);
    expect(stdout).toMatch(/^Usage: pnpm bench locomo [^]*--ingest[^]*--conversation/m);
    expect(code).toBe(0);
  });

  it("fails without its data, and with a conversation that is not in it", async () => {
    const missing = await bench(["locomo", "--ingest", "--data", "missing.json"]);
    expect(missing.stderr).toContain("github.com/snap-research/locomo");
    const args = ["--data", TWO_FRIENDS, "--conversation", "conv-2"];
    const unknown = await bench(["locomo", "--ingest", ...args]);
    expect(unknown.stderr).toContain("There is no conv-2 among conv-1.");
    expect([missing.code, unknown.code]).toEqual([1, 1]);
  });

  it("searches recorded facts beside others, draws, and tells of each goal whether it holds", async () => {
    const folder = await newFolder();
    const json = join(folder, "locomo.json");
    const { code, stdout, stderr } = await bench(["locomo", "--data", TWO_FRIENDS, "--json", json]);

    expect(stderr).toContain("20/20 answers");
    expect(stdout).toMatch(/^\| multi-hop +\| +1 \|/m);
    expect(stdout).toMatch(/^(holds |MISSED) {2}recall@10 at least 0.870: /m);
    expect(code).toBe(/^MISSED/m.test(stdout) ? 1 : 0);
    const { source, ours, others, leads, injection } = JSON.parse(await readFile(json, "utf8"));
    expect(source).toBe("turn");
    expect(leads.map(({ of, over }: Record<string, string>) => [of, over])).toEqual([
      ["Palimpsest", "Palimpsest, facts alone"],
      ["Palimpsest", "mem0ai"],
      ["Palimpsest", "LangGraph InMemoryStore"],
      ["Palimpsest", "Mastra LibSQLVector"],
    ]);
    for (const { measures, questions, search } of [ours, ...others]) {
      expect(questions).toBe(4);
      // Of six facts: who mixes up facts or users finds nothing.
      expect(measures["R@20"].mean).toBeGreaterThan(0.25);
      expect(measures["R@20"].low).toBeLessThanOrEqual(measures["R@20"].mean);
      expect(search.p95Ms).toBeGreaterThan(0);
    }
    expect(injection.tokens).toBeGreaterThan(0);
    expect(injection.recall).toBeGreaterThan(0.25);
    expect(await readFile(join(folder, "locomo.svg"), "utf8")).toMatch(/^<svg [^]*<\/svg>\n$/);
  });

  it("leaves out one signal of the search after the other", async () => {
    const json = join(await newFolder(), "ablation.json");
    const args = ["--ablation", "--data", TWO_FRIENDS, "--json", json];
    const { code, stdout } = await bench(["locomo", ...args]);
    expect(stdout).toMatch(/^\| all signals +\|[^]*^\| without vectors +\|/m);
    const { variants, leads } = JSON.parse(await readFile(json, "utf8"));
    expect(leads.length).toBe(variants.length - 1);
    expect(variants[0].measures["R@10"].mean).toBeGreaterThan(0.5);
    expect(code).toBe(0);
  });

  it("searches what became of raw conversations, beside their raw turns", async () => {
    const json = join(await newFolder(), "end-to-end.json");
    const args = ["--end-to-end", "--data", TWO_FRIENDS, "--json", json];
    const { code, stdout, stderr } = await bench(["locomo", ...args]);
    expect(stderr).toContain("21/21 turns");
    expect(stdout).toMatch(/^(holds |MISSED) {2}recall@10 of facts and exchanges /m);
    expect(code).toBe(/^MISSED/m.test(stdout) ? 1 : 0);
    const { turns, facts, union } = JSON.parse(await readFile(json, "utf8"));
    for (const { questions, measures } of [turns, facts, union]) {
      expect(questions).toBe(4);
      expect(measures["R@10"].mean).toBeGreaterThan(0);
    }
  });

  it("feeds, measures and reopens a memory in a folder that it keeps", async () => {
    const folder = await newFolder();
    const [uri, json] = [join(folder, "memory"), join(folder, "results/figures.json")];
    const args = ["--data", TWO_FRIENDS, "--uri", uri, "--json", json];
    const { code, stdout, stderr } = await bench(["locomo", "--ingest", ...args]);

    expect(stderr).toContain("14/14 messages");
    expect(stdout).toMatch(/^\| messages +\| +14 \| +14 \|$/m);
    expect(stdout).toContain("Where does Ines live?");
    const report = JSON.parse(await readFile(json, "utf8"));
    const { total, counts, reopened, folderBytes, failures } = report;
    expect(total).toMatchObject({ sessions: 2, messages: 14, pending: 0, questions: 5 });
    expect(total.decisions.ADD).toBeGreaterThan(0);
    expect(total.memories).toBe(counts["conv-1:Ines"] + counts["conv-1:Tom"]);
    expect(counts["conv-1:Ines"]).toBeGreaterThan(0);
    expect(counts["conv-1:Tom"]).toBeGreaterThan(0);
    expect(total.memoryTokens).toBeGreaterThan(total.memories);
    expect(total.contextTokensPerQuestion).toBeGreaterThan(0);
    expect(reopened.counts).toEqual(counts);
    const [, allergy] = reopened.answers;
    expect(allergy).toMatchObject({ userId: "conv-1:Tom", question: "What is Tom allergic to?" });
    expect(allergy.matches[0].memory).toContain("peanuts");
    expect(folderBytes).toBeGreaterThan(0);
    expect(failures).toEqual({});
    expect(await readdir(uri)).not.toEqual([]);
    expect(code).toBe(0);
  });

  it("leaves no folder behind when it is interrupted", async () => {
    const folder = await newFolder();
    const json = join(folder, "figures.json");
    const args = ["--data", TWO_FRIENDS, "--json", json];
    const running = bench(["locomo", "--ingest", ...args], { temporary: folder, interrupt: true });
    const { code, stderr } = await running;
    expect(stderr).toContain("Interrupted.");
    expect(code).toBe(130);
    expect(existsSync(json)).toBe(false);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("pnpm bench scale", () => {
  it("measures small stores, keeps them, and tells of each goal whether it holds", async () => {
    const folder = await newFolder();
    const [uri, json] = [join(folder, "stores"), join(folder, "results/scale.json")];
    const sizes = ["--sizes", "60,300", "--searches", "20", "--adds", "3"];
    const { code, stdout, stderr } = await bench(["scale", ...sizes, "--uri", uri, "--json", json]);

    expect(stderr).toContain("300/300 memories");
    expect(stdout).toMatch(/^\| memories +\| +60 \| +300 \|$/m);
    expect(stdout).toMatch(/^(holds |MISSED) {2}search p95 at 300 under 15 ms: /m);
    expect(stdout).toContain("holds   recall at least 0.98 in every scope: 1.000");
    expect(code).toBe(/^MISSED/m.test(stdout) ? 1 : 0);
    const report = JSON.parse(await readFile(json, "utf8"));
    expect(report.machine).toMatchObject({ cores: expect.any(Number) });
    expect(report.sizes.map(({ users }: { users: number }) => users)).toEqual([1, 3]);
    for (const { measured, filling, folderBytes } of report.sizes) {
      expect(measured.search.p95Ms).toBeGreaterThanOrEqual(measured.search.p50Ms);
      expect(measured).toMatchObject({ recall: 1, residentBytes: expect.any(Number) });
      expect(Math.min(measured.add.p50Ms, measured.lookUp.p50Ms, folderBytes)).toBeGreaterThan(0);
      expect(filling.memoriesPerSecond).toBeGreaterThan(0);
    }
    expect(await readdir(uri)).toEqual(["300", "60"]);
  });
});

describe("pnpm bench soak", () => {
  it("draws the curve of a short run, and says whether the bounds hold", async () => {
    const folder = await newFolder();
    const json = join(folder, "soak.json");
    const { code, stdout, stderr } = await bench(["soak", "--commits", "60", "--json", json]);

    expect(stderr).toContain("60/60 commits");
    expect(stdout).toMatch(/^\| 60 +\|/m);
    const [last] = stdout.trim().split("\n").slice(-1);
    expect(last).toMatch(/^The bounds (hold|do NOT hold) over 60 commits\.$/);
    expect(code).toBe(last?.includes("NOT") ? 1 : 0);
    const report = JSON.parse(await readFile(json, "utf8"));
    expect(report.stretches.at(-1)).toMatchObject({ commits: 60 });
    expect(report.diskShare).toBeGreaterThan(0);
    expect(await readFile(join(folder, "soak.svg"), "utf8")).toMatch(/^<svg [^]*<\/svg>\n$/);
  });
});

describe("pnpm bench langgraph", () => {
  it("measures every part, and tells of each goal whether it holds", async () => {
    const folder = await newFolder();
    const [uri, json] = [join(folder, "places"), join(folder, "langgraph.json")];
    const threads = ["--checkpoints", "3,8", "--commits", "6,30", "--turns", "2"];
    const args = [...threads, "--items", "200", "--rounds", "3", "--uri", uri, "--json", json];
    const { code, stdout, stderr } = await bench(["langgraph", ...args]);

    expect(stderr).toContain("203/203 items and rounds");
    expect(stdout).toMatch(/^\| 8 checkpoints, ms .*LanceDBSaver .*SqliteSaver .*MemorySaver/m);
    expect(stdout).toMatch(/^(holds |MISSED) {2}disk of the agent at most a third /m);
    expect(stdout).toContain("holds   recall at least 0.98 in every search: 1.000");
    expect(code).toBe(/^MISSED/m.test(stdout) ? 1 : 0);
    const { savers, steady, disk, stores } = JSON.parse(await readFile(json, "utf8"));
    for (const saver of savers.flatMap((thread: { savers: object[] }) => thread.savers)) {
      for (const call of ["step", "latest", "byId", "list"]) {
        expect(saver[call].p50Ms).toBeGreaterThan(0);
        expect(saver[call].p95Ms).toBeGreaterThanOrEqual(saver[call].p50Ms);
      }
    }
    expect([steady.young.commits, steady.old.commits]).toEqual([6, 30]);
    expect(steady.young.residentBytes).toBeGreaterThan(0);
    expect(disk.map(({ durability }: { durability: string }) => durability)).toEqual([
      "async",
      "async",
      "exit",
      "exit",
    ]);
    for (const { folderBytes, messageBytes } of disk) {
      expect(folderBytes).toBeGreaterThan(messageBytes);
    }
    expect(stores.calls.length).toBe(8);
    expect(await readdir(uri)).toEqual(["disk", "savers", "steady", "stores"]);
  });
});

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the bench as `pnpm bench` does; with `interrupt`, Ctrl+C comes with its first sign of progress. */
async function bench(
  args: readonly string[],
  { temporary = tmpdir(), interrupt = false } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--conditions=@palimpsest/source", MAIN, ...args],
      { env: { ...process.env, TMPDIR: temporary } },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
    if (interrupt) child.stderr?.once("data", () => child.kill("SIGINT"));
  });
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-bench-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}
