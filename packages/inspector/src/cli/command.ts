import type { Flags, Values } from "./flags/flag.ts";
import type { Screen } from "./show/screen.ts";

/** What a command line asked for, and where the answer goes. */
export interface Call<FLAGS extends Flags = Flags> {
  /** What stands without a flag, in its order: not more than the command takes. */
  words: readonly string[];
  values: Values<FLAGS & typeof COMMON_FLAGS>;
  screen: Screen;
  /** Aborted by Ctrl+C. */
  signal: AbortSignal;
}

/** One command of the program, and what its help says. */
export interface Command<FLAGS extends Flags = Flags> {
  /** One line, as the list of commands has it. */
  summary: string;
  /** What follows the name, one way of calling a line. */
  synopsis: string;
  /** The most words that it takes without a flag. */
  mostWords: number;
  flags: FLAGS;
  /** What a newcomer has to know, in lines of at most 80 characters. */
  details: string;
  /** Command lines that work as they are. */
  examples: readonly string[];
  /**
   * Does it, and says so.
   *
   * @throws {UsageError} when the call cannot be meant so.
   */
  run(call: Call<FLAGS>): Promise<void>;
}

/** What every command understands. */
export const COMMON_FLAGS = {
  uri: { type: "string", value: "PLACE", help: "the folder or bucket (default: ./.palimpsest)" },
  json: { type: "boolean", help: "the answer as JSON, for programs" },
  debug: { type: "boolean", help: "with a failure, where in the code it came from" },
  help: { type: "boolean", short: "h", help: "this text" },
} as const satisfies Flags;

/** The command as it is, with the types of its flags known to its `run`. */
export function defineCommand<const FLAGS extends Flags>(
  definition: Command<FLAGS>,
): Command<FLAGS> {
  return definition;
}
