import { z } from "zod";
import { formatNumber } from "../report/format-number.ts";
import { renderTable } from "../report/table.ts";
import { type Measured, toCommand } from "./measured.ts";

/** A line of the short table. */
interface Line {
  measure: string;
  ours: string;
  beside: string;
}

type ToLine = (figures: unknown) => Line | undefined;

const FOUND = z.object({
  name: z.string(),
  measures: z.object({ "R@10": z.object({ mean: z.number() }) }),
});
const SUBJECT = z.object({ name: z.string(), firstToken: z.object({ p50Ms: z.number() }) });
const TIMING = z.object({ p95Ms: z.number() });

/** The lines, with the task whose figures each is read from. */
const LINES: readonly (readonly [id: string, toLine: ToLine])[] = [
  [
    "locomo",
    line(z.object({ ours: FOUND, others: z.array(FOUND) }), ({ ours, others }) => ({
      measure: "evidence among ten of LoCoMo's recorded facts, offline",
      ours: toRecall(ours),
      beside: others.map((other) => `${other.name} ${toRecall(other)}`).join(", "),
    })),
  ],
  [
    "locomo",
    line(
      z.object({ injection: z.object({ tokens: z.number(), historyTokens: z.number() }) }),
      ({ injection: { tokens, historyTokens } }) => ({
        measure: "tokens put into a prompt",
        ours: formatNumber(tokens),
        beside: `whole history ${formatNumber(historyTokens)}`,
      }),
    ),
  ],
  ["scale", line(sizesOf("search"), ({ sizes }) => toGrowth("search", sizes))],
  ["scale", line(sizesOf("add"), ({ sizes }) => toGrowth("add", sizes))],
  [
    "mastra",
    line(z.object({ subjects: z.array(SUBJECT) }), ({ subjects: [plain, , recall, ...ours] }) => {
      const largest = ours.at(-1);
      if (!plain || !recall || !largest) return undefined;
      const added = (subject: typeof plain) =>
        `+${formatNumber(subject.firstToken.p50Ms - plain.firstToken.p50Ms)} ms`;
      return {
        measure: "first token of a Mastra agent, p50",
        ours: added(largest),
        beside: `${recall.name} ${added(recall)}`,
      };
    }),
  ],
  [
    "langgraph",
    line(
      z.object({
        disk: z.array(
          z.object({ saver: z.string(), durability: z.string(), folderBytes: z.number() }),
        ),
      }),
      ({ disk }) => {
        const [ours, theirs] = disk.filter(({ durability }) => durability === "async");
        if (!ours || !theirs) return undefined;
        return {
          measure: "disk of a LangGraph agent's thread",
          ours: toKilobytes(ours.folderBytes),
          beside: `${theirs.saver} ${toKilobytes(theirs.folderBytes)}`,
        };
      },
    ),
  ],
  [
    "read-policy",
    line(z.object({ silent: z.number() }), ({ silent }) => ({
      measure: "questions about strangers that inject nothing",
      ours: `${formatNumber(silent * 100, 1)} %`,
      beside: "",
    })),
  ],
  [
    "crash",
    line(z.object({ kills: z.number(), breaches: z.array(z.string()) }), ({ kills, breaches }) => ({
      measure: `promises broken by ${formatNumber(kills)} killed processes`,
      ours: formatNumber(breaches.length),
      beside: "",
    })),
  ],
];

/** What README.md shows: a line for each of the main figures that were measured, with its command. */
export function renderSummary(measured: readonly Measured[]): string {
  const rows = LINES.flatMap(([id, toLine]) => {
    const found = measured.find(({ task }) => task.id === id);
    const shown = found?.result && toLine(found.result.figures);
    if (!found || !shown) return [];
    return [[shown.measure, shown.ours, shown.beside, `\`${toCommand(found.task)}\``]];
  });
  return renderTable([["", "Palimpsest", "beside it", "command"], ...rows]);
}

/** Reads what a line needs; figures of another shape give no line. */
function line<FIGURES>(
  schema: z.ZodType<FIGURES>,
  toLine: (figures: FIGURES) => Line | undefined,
): ToLine {
  return (figures) => {
    const { data } = schema.safeParse(figures);
    return data && toLine(data);
  };
}

function sizesOf(call: "search" | "add") {
  const measured = z.object({ [call]: TIMING }).transform((timings) => timings[call]?.p95Ms ?? NaN);
  return z.object({ sizes: z.array(z.object({ size: z.number(), measured })) });
}

function toGrowth(call: string, sizes: readonly { size: number; measured: number }[]): Line {
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  return {
    measure: `\`${call}\` among ${formatNumber(largest?.size ?? NaN)} memories, p95`,
    ours: `${formatNumber(largest?.measured ?? NaN, 1)} ms`,
    beside: `among ${formatNumber(smallest?.size ?? NaN)} ${formatNumber(smallest?.measured ?? NaN, 1)} ms`,
  };
}

function toRecall({ measures }: z.infer<typeof FOUND>): string {
  return formatNumber(measures["R@10"].mean, 3);
}

function toKilobytes(bytes: number): string {
  return `${formatNumber(bytes / 1_000)} kB`;
}
