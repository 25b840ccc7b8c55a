import { expect, test } from "vitest";
import { runLine } from "./__fixtures__/run-line.ts";
import { COMMANDS } from "./commands.ts";
import { readCommandLine } from "./read-command-line.ts";

test.each([
  ["", "Say what to do."],
  ["serch tea", "There is no command serch. Did you mean search?"],
  ["toString", "There is no command toString."],
  ["help improt", "There is no command improt. Did you mean import?"],
  ["--json list", "The command comes before --json."],
  ["search tea --usre alice", "There is no flag --usre. Did you mean --user?"],
  ["search tea --user alice --zzz", "There is no flag --zzz.\n"],
  ["search tea --user", "Option '--user <value>' argument missing"],
  ["search tea --user alice --json=1", "Option '--json' does not take an argument"],
  ["search green tea --user alice", '"tea" is a word too many. Put a text of several words'],
  ["search tea", "Whose memory?"],
  ["list --user=", "An id of --user, --agent or --session is not empty."],
  ["search --user alice", "What for?"],
  ["history --user alice", "Of which memory?"],
  ["add --user alice", "Say what to learn from"],
  ["add x --file y --user alice", "Say what to learn from"],
  ["import", "Import what?"],
  ["add x --user alice --at yesterday", "--at takes a date like 2026-03-01"],
  ["search x --user alice --as-of 2026-02-30", "--as-of takes a date like 2026-03-01"],
  ["search x --user alice --known-at 2026-02-20T25:00", "--known-at takes a date"],
  ["search x --user alice --limit 0", "--limit takes a whole number from 1"],
  ["search x --user alice --threshold 2", "--threshold takes a number from 0 to 1"],
  ["list --user alice --include all", "--include takes subtree or superseded or quarantined"],
  ["list --user alice --filter kind", "--filter takes key=value"],
  ["inspect --port 70000", "--port takes a whole number from 0 to 65535"],
  ["forget --user alice", "nobody is here to be asked. Say --yes."],
])("%s is called wrong, with the reason and the usage", async (line, reason) => {
  const { code, out, err } = await runLine(line.split(" ").filter((word) => word !== ""));
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(reason);
  const [name = ""] = line.split(" ");
  expect(err).toContain(Object.hasOwn(COMMANDS, name) ? `palimpsest ${name}` : "palimpsest help");
});

test("help names every command, and every command its flags", async () => {
  const overview = await runLine(["--help"]);
  expect(overview.code).toBe(0);
  for (const [name, { flags, summary }] of Object.entries(COMMANDS)) {
    expect(overview.out).toContain(`${name.padEnd(10)}${summary}\n`);
    const { out, code } = await runLine(["help", name]);
    expect(code).toBe(0);
    for (const flag of Object.keys(flags)) expect(out).toContain(`--${flag}`);
    expect(await runLine([name, "--help"])).toEqual({ code, out, err: "" });
  }
});

test("the examples of the help can be called", () => {
  const examples = Object.values(COMMANDS).flatMap(({ examples: lines }) => lines);
  for (const example of examples) {
    const [line = ""] = example.split(/ [<|>] /);
    const words = Array.from(
      line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g),
      ([, double, single, bare]) => double ?? single ?? bare ?? "",
    );
    const [name = "", ...args] = words;
    const command = COMMANDS[name];
    expect(command).toBeDefined();
    if (command !== undefined) expect(() => readCommandLine(command, args)).not.toThrow();
  }
  expect(examples.length).toBeGreaterThan(15);
});
