import { ModelOutputError } from "../errors.ts";
import { parseArguments } from "../input/parse-arguments.ts";
import { isWithinReason } from "../trust/is-within-reason.ts";
import { withoutNulls } from "./without-nulls.ts";

/** What a model answered that was to call a tool, in one shape for every provider. */
export interface ModelReply {
  /** The tools that it called, with their arguments as JSON text. */
  readonly calls: readonly { readonly name: string; readonly arguments: string }[];
  /** What it wrote besides, a refusal too. */
  readonly text: string;
  /** Why it is not whole, when it is not. */
  readonly stoppedBy?: StoppedBy | undefined;
}

/** What may keep a model from finishing an answer. */
export type StoppedBy = "token-limit" | "content-filter" | "refusal";

const PROBLEMS: Readonly<Record<StoppedBy, string>> = {
  "token-limit": "and ran out of tokens on the way",
  "content-filter": "and was cut off by a content filter",
  refusal: "and refused",
};

/**
 * The arguments with which a model calls the tool, parsed; what is `null` is left out.
 *
 * Also takes them from the text, because some servers do not know how to force a tool.
 *
 * @throws {ModelOutputError} for any other answer.
 */
export function readToolCall(reply: ModelReply, tool: string): unknown {
  const said = readWords(reply, tool);
  const refuse = (problem: string): never => {
    throw new ModelOutputError(`The model was to call ${tool}, ${problem}.`, {
      text: said.join("\n") || reply.text,
    });
  };
  if (reply.stoppedBy !== undefined) refuse(PROBLEMS[reply.stoppedBy]);
  if (said.join("").trim() === "") {
    const calledAnother = said.length === 0 && reply.calls.length > 0;
    refuse(calledAnother ? "and called another one" : "and said nothing");
  }
  const calls = said.map(
    (text) => parseArguments(text, tool) ?? refuse("and wrote no JSON for it"),
  );
  if (!isWithinReason(calls)) refuse("and nested or filled its arguments beyond all reason");
  return withoutNulls(joinCalls(calls));
}

/** The arguments of the tool's calls, each once; without any call the text itself. */
function readWords({ calls, text }: ModelReply, tool: string): string[] {
  if (calls.length === 0) return text ? [text] : [];
  const own = calls.filter(({ name }) => name === tool);
  // LM Studio repeats a call up to nine times: https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues/1756
  return [...new Set(own.map((call) => call.arguments))];
}

/** Some models spread one call over several: their lists become one. */
function joinCalls(calls: readonly object[]): object {
  const joined = new Map<string, unknown>();
  for (const [name, value] of calls.flatMap((call) => Object.entries(call))) {
    const earlier = joined.get(name);
    const isList = Array.isArray(earlier) && Array.isArray(value);
    joined.set(name, isList ? [...earlier, ...value] : value);
  }
  return Object.fromEntries(joined);
}
