import { appendFile, mkdir, readFile, truncate } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { BenchError } from "../bench-error.ts";
import { type ContextName, CONTEXTS } from "./make-contexts.ts";

const usageSchema = z.object({ inputTokens: z.number(), outputTokens: z.number() });

const judgedSchema = z.object({
  questionId: z.string(),
  context: z.enum(CONTEXTS),
  budget: z.number(),
  reader: z.string(),
  judge: z.string(),
  answer: z.string(),
  correct: z.boolean(),
  contextTokens: z.number(),
  /** Of reader and judge together. */
  usage: usageSchema,
});

/** An answer that was judged. */
export type Judged = z.infer<typeof judgedSchema>;

/** Judged answers in a file: what a later run need not ask again. */
export interface AnswerFile {
  /** What was judged of a question by the same models within the same budget. */
  find(questionId: string, context: ContextName): Judged | undefined;
  /** Keeps it at once. */
  append(judged: Judged): Promise<void>;
}

/**
 * The judged answers in a file of JSON lines, which need not exist. A last line that was cut off is
 * removed.
 *
 * @throws {BenchError} when a line is something else.
 */
export async function openAnswerFile(
  file: string,
  { reader, judge, budget }: Pick<Judged, "reader" | "judge" | "budget">,
): Promise<AnswerFile> {
  await mkdir(dirname(file), { recursive: true });
  const judged = new Map((await readJudged(file)).map((one) => [keyOf(one), one]));
  return {
    find: (questionId, context) =>
      judged.get(keyOf({ questionId, context, reader, judge, budget })),
    async append(one) {
      await appendFile(file, `${JSON.stringify(one)}\n`);
      judged.set(keyOf(one), one);
    },
  };
}

async function readJudged(file: string): Promise<Judged[]> {
  // Creates what is missing.
  const text = await readFile(file, { encoding: "utf8", flag: "a+" });
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole !== text) await truncate(file, Buffer.byteLength(whole));
  return whole
    .split("\n")
    .filter((line) => line !== "")
    .map((line, index) => {
      try {
        return judgedSchema.parse(JSON.parse(line));
      } catch (cause) {
        throw new BenchError(`Line ${index + 1} of ${file} is no judged answer.`, { cause });
      }
    });
}

/** The full context has no budget: another one changes nothing about it. */
function keyOf({
  questionId,
  context,
  reader,
  judge,
  budget,
}: Pick<Judged, "questionId" | "context" | "reader" | "judge" | "budget">): string {
  const within = context === "full context" ? null : budget;
  return JSON.stringify([questionId, context, reader, judge, within]);
}
