import { parseArgs } from "node:util";
import { COMMON_FLAGS, type Call, type Command } from "./command.ts";
import { findNearest } from "./find-nearest.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The words and flags of a command's line.
 *
 * @throws {UsageError} when there is a flag that the command does not know, one without its value, or a word too many.
 */
export function readCommandLine(
  command: Command,
  args: readonly string[],
): Pick<Call, "words" | "values"> {
  const options = { ...command.flags, ...COMMON_FLAGS };
  rejectUnknown(args, options);
  const { values, positionals: words } = parse(args, options);
  const surplus = words[command.mostWords];
  // Help is for who does not know yet what the command takes.
  if (surplus === undefined || values["help"]) return { words, values: values as Call["values"] };
  const hint = command.mostWords === 0 ? "" : " Put a text of several words in quotes.";
  throw new UsageError(`"${surplus}" is a word too many.${hint}`);
}

function rejectUnknown(args: readonly string[], options: Command["flags"]): void {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== "option" || Object.hasOwn(options, token.name)) continue;
    const nearest = findNearest(token.name, Object.keys(options));
    const suggestion = nearest === undefined ? "" : ` Did you mean --${nearest}?`;
    throw new UsageError(`There is no flag ${token.rawName}.${suggestion}`);
  }
}

function parse(args: readonly string[], options: Command["flags"]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // Its first sentence says what is wrong, the next ones speak of the code that calls it.
    const [sentence] = (error as Error).message.split(/(?<=\.)\s|\n/);
    throw new UsageError(sentence ?? "");
  }
}
