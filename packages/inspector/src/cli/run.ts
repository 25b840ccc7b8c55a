import { inspect } from "node:util";
import { COMMANDS } from "./commands.ts";
import type { Command } from "./command.ts";
import { findNearest } from "./find-nearest.ts";
import { readCommandLine } from "./read-command-line.ts";
import { createScreen, type Screen, type Terminal } from "./show/screen.ts";
import { showCommandHelp, showOverview, showUsage } from "./show/show-help.ts";
import { UsageError } from "./usage-error.ts";

/** What a run ends with: done, failed, called wrongly, interrupted (128 and the number of SIGINT). */
export type ExitCode = 0 | 1 | 2 | 130;

/**
 * Does what a command line says, and resolves with the exit code when the memory is closed. Never
 * rejects: what went wrong is said on standard error.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const screen = createScreen(terminal);
  const [name = "", ...rest] = args;
  try {
    if (name === "help" || name === "--help" || name === "-h") await help(rest[0], screen);
    else await runCommand(name, rest, screen);
    return terminal.signal.aborted ? 130 : 0;
  } catch (error) {
    return report(error, { name, args, screen });
  }
}

async function help(name: string | undefined, screen: Screen): Promise<void> {
  if (name === undefined) await screen.print(showOverview(COMMANDS));
  else await screen.print(showCommandHelp(name, findCommand(name)));
}

async function runCommand(name: string, args: readonly string[], screen: Screen): Promise<void> {
  const command = findCommand(name);
  const { words, values } = readCommandLine(command, args);
  if (values["help"]) await help(name, screen);
  else await command.run({ words, values, screen, signal: screen.terminal.signal });
}

/** @throws {UsageError} when there is none of that name. */
function findCommand(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return command;
  if (name === "") throw new UsageError("Say what to do.");
  if (name.startsWith("-")) throw new UsageError(`The command comes before ${name}.`);
  const nearest = findNearest(name, Object.keys(COMMANDS));
  const suggestion = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
  throw new UsageError(`There is no command ${name}.${suggestion}`);
}

async function report(
  error: unknown,
  { name, args, screen }: { name: string; args: readonly string[]; screen: Screen },
): Promise<ExitCode> {
  if (screen.terminal.signal.aborted) return 130;
  // Who reads the answer has enough of it, like `head`.
  if (isOfCode(error, "EPIPE")) return 0;
  await screen.note(error instanceof Error ? error.message : String(error));
  if (error instanceof UsageError) {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    const usage = command === undefined ? [] : showUsage(name, command).split("\n");
    for (const line of usage) await screen.note(line);
    await screen.note(`See palimpsest help ${command === undefined ? "" : name}`.trimEnd());
    return 2;
  }
  if (args.includes("--debug")) {
    for (const line of inspect(error).split("\n")) await screen.note(line);
  }
  return 1;
}

function isOfCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
