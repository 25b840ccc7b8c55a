import type { ModelRequest } from "@palimpsest/core";
import { countTokens } from "../report/count-tokens.ts";
import { formatNumber } from "../report/format-number.ts";
import type { Usage } from "./ask-model.ts";
import type { Reading } from "./make-contexts.ts";
import type { Prices } from "./parse-answering-options.ts";
import { toJudgeRequest, toReaderRequest } from "./requests.ts";

/** Assumed, as answers are not known before they are given: some forty words, and a verdict. */
const ANSWER_TOKENS = 60;
const GRADE_TOKENS = 15;

/** What the calls for these readings will send, counted in `o200k_base` without what frames messages, and answer, assumed. */
function reckonUsage(readings: readonly Reading[]): Usage {
  const count = countEachOnce();
  const inputTokens = readings.reduce((sum, reading) => {
    const read = countRequest(toReaderRequest(reading), count);
    const judged = countRequest(toJudgeRequest(reading.question, ""), count) + ANSWER_TOKENS;
    return sum + read + judged;
  }, 0);
  return { inputTokens, outputTokens: readings.length * (ANSWER_TOKENS + GRADE_TOKENS) };
}

/** US dollars. */
export function toDollars({ inputTokens, outputTokens }: Usage, { input, output }: Prices): number {
  return (inputTokens * input + outputTokens * output) / 1_000_000;
}

/** The line that is printed before anything is sent. */
export function renderReckoning(readings: readonly Reading[], prices: Prices): string {
  const usage = reckonUsage(readings);
  const { inputTokens, outputTokens } = usage;
  return (
    `${formatNumber(2 * readings.length)} calls will send ${formatNumber(inputTokens)} tokens and answer ` +
    `about ${formatNumber(outputTokens)}: $${formatNumber(toDollars(usage, prices), 4)}.`
  );
}

function countRequest({ system, messages, tool }: ModelRequest, count: typeof countTokens): number {
  const texts = [system, ...messages.map(({ content }) => content), JSON.stringify(tool)];
  return texts.reduce((sum, text) => sum + count(text), 0);
}

/** Whole histories come back with each of their questions. */
function countEachOnce(): typeof countTokens {
  const known = new Map<string, number>();
  return (text) => {
    const tokens = known.get(text) ?? countTokens(text);
    known.set(text, tokens);
    return tokens;
  };
}
