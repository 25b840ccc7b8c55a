import { COMMON_FLAGS, type Command } from "../command.ts";
import type { Flags } from "../flags/flag.ts";

/** What the program is, and its commands. */
export function showOverview(commands: Readonly<Record<string, Command>>): string {
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(10)}${summary}`,
  );
  return `palimpsest: a memory for LLM applications, from the terminal.

  palimpsest COMMAND [WORDS] [FLAGS]

${lines.join("\n")}
  ${"help".padEnd(10)}what a command does, with examples: palimpsest help add

A memory is a folder, ./.palimpsest unless --uri names another place. Whose memory a
command is about say --user, --agent and --session: at least one of them.

  palimpsest add "I live in Berlin." --user alice
  palimpsest search "where does she live" --user alice

With OPENAI_API_KEY OpenAI's models read what is added; without it local rules do.
Exit codes: 0 done, 1 failed, 2 called wrongly, 130 interrupted.`;
}

/** All about one command. */
export function showCommandHelp(name: string, command: Command): string {
  const { summary, details, flags, examples } = command;
  return `${summary}.

${showUsage(name, command)}

${details}

${showFlags({ ...flags, ...COMMON_FLAGS })}

${examples.map((example) => `  palimpsest ${example}`).join("\n")}`;
}

/** How a command is called. */
export function showUsage(name: string, { synopsis }: Command): string {
  return synopsis
    .split("\n")
    .map((line) => `  palimpsest ${name} ${line}`.trimEnd())
    .join("\n");
}

function showFlags(flags: Flags): string {
  const lines = Object.entries(flags).map(([name, flag]) => {
    const value = flag.type === "string" ? ` ${flag.value}` : "";
    const short = flag.short === undefined ? "" : `-${flag.short}, `;
    return { left: `${short}--${name}${value}`, help: flag.help };
  });
  const width = Math.max(...lines.map(({ left }) => left.length));
  return lines.map(({ left, help }) => `  ${left.padEnd(width)}  ${help}`).join("\n");
}
