import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../bench-error.ts";
import { readFlags } from "../read-flags.ts";
import { planTasks, QUICK_DATA, type Task } from "./plan.ts";

const BENCH = fileURLToPath(new URL("../../", import.meta.url));

export const ALL_USAGE = `Usage: pnpm bench all [options]

Runs one bench after another, each in a process of its own, in sizes that take some 35 minutes on two
cores, and writes bench/RESULTS.md from their figures, bench/plots/, and the table in README.md. A goal
that is missed stops nothing; the exit code is 1 when there was one.

Options:
  --only NAME            only this one, with the figures that the others left; may be given several
                         times; names below
  --reuse                leave out what has figures already, and write from those
  --quick                the smallest sizes, a minute or two, with figures that say nothing: shows
                         that all of it runs. Writes below bench/results/quick/, not to README.md
  --data FILE            the conversations of LoCoMo; default: see pnpm bench locomo --help
  --folder DIR           where RESULTS.md, results/ and plots/ go; README.md is then left alone

Names: ${planTasks("full")
  .map(({ id }) => id)
  .join(", ")}`;

const OPTIONS = {
  only: { type: "string", multiple: true },
  reuse: { type: "boolean" },
  quick: { type: "boolean" },
  data: { type: "string" },
  folder: { type: "string" },
} as const;

export interface AllOptions {
  /** Everything that RESULTS.md tells of. */
  tasks: readonly Task[];
  /** The ids of those that are to run. */
  chosen: readonly string[];
  reuse: boolean;
  data?: string;
  folder: string;
  /** The file whose short table is to be written. */
  readme?: string;
}

/**
 * The options of the bench; `help` when that is what was asked for.
 *
 * @throws {UsageError} for anything that the usage does not name.
 */
export function parseAllOptions(args: readonly string[]): AllOptions | "help" {
  const values = readFlags(args, { options: OPTIONS, usage: ALL_USAGE });
  if (values.help) return "help";
  const { quick = false, reuse = false, only = [] } = values;
  const tasks = planTasks(quick ? "quick" : "full");
  const ids = tasks.map(({ id }) => id);
  const unknown = only.filter((id) => !ids.includes(id));
  if (unknown.length > 0) {
    throw new UsageError(`There is no ${unknown.join(", ")} among ${ids.join(", ")}.`, ALL_USAGE);
  }
  const data = values.data ?? (quick ? QUICK_DATA : undefined);
  const isForReadme = !quick && values.folder === undefined;
  return {
    tasks,
    chosen: only.length > 0 ? only : ids,
    reuse,
    ...(data !== undefined && { data: resolve(data) }),
    folder: resolve(values.folder ?? join(BENCH, quick ? "results/quick" : "")),
    ...(isForReadme && { readme: join(BENCH, "../README.md") }),
  };
}
