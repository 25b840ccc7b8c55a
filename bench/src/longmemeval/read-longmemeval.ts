import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { History } from "../answers/history.ts";
import { BenchError } from "../bench-error.ts";
import { renderHistory } from "../locomo/data/render-history.ts";
import { toExchanges } from "../locomo/data/to-exchanges.ts";
import { toSaidTurns } from "../locomo/data/to-said-turns.ts";
import { parseLongmemevalDate } from "./parse-longmemeval-date.ts";

const questionSchema = z.object({
  question_id: z.string(),
  question_type: z.string(),
  question: z.string(),
  // Counts stand as numbers.
  answer: z.union([z.string(), z.number()]).transform(String),
  question_date: z.string(),
  haystack_dates: z.array(z.string()),
  haystack_sessions: z.array(
    z.array(z.object({ role: z.enum(["user", "assistant"]), content: z.string() })),
  ),
});

/** Ends the ids of the questions that cannot be answered. */
const ABSTENTION = "_abs";

/**
 * The questions in a file in LongMemEval's format, each with the history of a user of its own.
 *
 * @throws {BenchError} when the file is missing or has another format.
 */
export async function readLongmemeval(file: string): Promise<History[]> {
  const json = await readText(file);
  try {
    return z.array(questionSchema).parse(JSON.parse(json)).map(toHistory);
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new BenchError(`${file} is not in LongMemEval's format: ${reason}`, { cause });
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new BenchError(
      `The LongMemEval questions cannot be read from ${file}.

LongMemEval is a set of 500 questions, each about the many chats of one user with an assistant
(Wu et al., ICLR 2025). It is published at https://github.com/xiaowu0162/LongMemEval and is not part
of this project. Download longmemeval_s.json as its README says and pass it:
pnpm bench longmemeval --data path/to/longmemeval_s.json`,
      { cause },
    );
  }
}

function toHistory(item: z.infer<typeof questionSchema>): History {
  const { question_id: id, question_type: type } = item;
  const sessions = item.haystack_sessions
    .map((said, index) => ({
      id: `${id}:${index}`,
      startedAt: parseLongmemevalDate(item.haystack_dates[index] ?? ""),
      turns: said
        .map(({ role, content }, at) => ({ id: `D${index}:${at}`, speaker: role, text: content }))
        .filter(({ text }) => text.trim() !== ""),
    }))
    // Those of longmemeval_oracle.json are in no order.
    .toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  return {
    id,
    text: renderHistory({ sessions }),
    turns: toSaidTurns(sessions),
    users: [
      {
        userId: id,
        exchanges: toExchanges({ sessions }, "user").map((exchange) => ({
          ...exchange,
          // Their roles are no names.
          messages: exchange.messages.map(({ role, content }) => ({ role, content })),
        })),
      },
    ],
    questions: [
      {
        id,
        text: item.question,
        category: id.endsWith(ABSTENTION) ? "abstention" : type,
        askedAt: parseLongmemevalDate(item.question_date),
        expected: item.answer,
      },
    ],
  };
}
