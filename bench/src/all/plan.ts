import { fileURLToPath } from "node:url";

/** A bench as it is run among the others. */
export interface Task {
  /** Names its figures and its section. */
  readonly id: string;
  /** What its section tells, in a few words. */
  readonly title: string;
  /** The bench and its options, as they stand behind `pnpm bench`. */
  readonly args: readonly string[];
  /** What it takes on two cores with nothing else running, by reckoning: for the time that is left. */
  readonly minutes: number;
  /** Reads the conversations of LoCoMo. */
  readonly readsLocomo?: true;
}

/** Four questions about two friends, made up: quick runs need no data from elsewhere. */
export const QUICK_DATA = fileURLToPath(
  new URL("../locomo/__fixtures__/two-friends.json", import.meta.url),
);

interface Entry extends Omit<Task, "args"> {
  args: string;
  /** Sizes with which it takes seconds. */
  quick: string;
}

const ENTRIES: readonly Entry[] = [
  {
    id: "locomo",
    title: "What is found among LoCoMo's recorded facts, beside mem0ai, LangGraph and Mastra",
    args: "locomo",
    quick: "locomo",
    minutes: 6,
    readsLocomo: true,
  },
  {
    id: "locomo-ablation",
    title: "The same without each signal of the search in turn",
    args: "locomo --ablation --questions 50",
    quick: "locomo --ablation",
    minutes: 3,
    readsLocomo: true,
  },
  {
    id: "locomo-fusion",
    title: "Words and vectors together, with simulated vectors of several qualities",
    args: "locomo --fusion --questions 40",
    quick: "locomo --fusion",
    minutes: 4,
    readsLocomo: true,
  },
  {
    id: "locomo-end-to-end",
    title: "What is found of a raw conversation, beside its raw turns",
    args: "locomo --end-to-end --conversation conv-26",
    quick: "locomo --end-to-end",
    minutes: 2,
    readsLocomo: true,
  },
  {
    id: "read-policy",
    title: "What is put into prompts that have nothing to do with it",
    args: "read-policy",
    quick: "read-policy --questions 4",
    minutes: 2,
    readsLocomo: true,
  },
  {
    id: "scale",
    title: "Search, look-ups and add as a store grows",
    args: "scale --sizes 1k,10k,100k --adds 150",
    quick: "scale --sizes 60,300 --searches 20 --adds 3",
    minutes: 2.5,
  },
  {
    id: "soak",
    title: "Commit after commit: nothing may get slower or larger",
    args: "soak --commits 2k",
    quick: "soak --commits 60",
    minutes: 2,
  },
  {
    id: "langgraph",
    title: "Checkpointer and store beside those of LangGraph",
    args: "langgraph --checkpoints 100,1k --commits 100,2k --items 50k --rounds 60",
    quick:
      "langgraph --checkpoints 3,8 --commits 6,30 --turns 2 --items 200 --rounds 3 --parts savers,disk,stores",
    minutes: 5,
  },
  {
    id: "mastra",
    title: "What memory adds to a turn of a Mastra agent, beside Mastra's own on LibSQL",
    args: "mastra --turns 60",
    quick: "mastra --memories 60 --messages 30 --turns 3",
    minutes: 5,
  },
  {
    id: "chat",
    title: "What memory adds to a streamed answer of the AI SDK, beside two published adapters",
    args: "chat --turns 60",
    quick: "chat --memories 60 --turns 3",
    minutes: 1.5,
  },
  {
    id: "crash",
    title: "Processes killed at their work on one folder",
    args: "crash --kills 30",
    quick: "crash --kills 2",
    minutes: 1.5,
  },
  {
    id: "concurrency",
    title: "Processes that change the same memories at once",
    args: "concurrency --operations 150",
    quick: "concurrency --processes 2 --operations 10",
    minutes: 0.5,
  },
  {
    id: "faults",
    title: "Models and embedders that fail in every way",
    args: "faults --adds 300",
    quick: "faults --adds 20",
    minutes: 1,
  },
];

const QUICK_MINUTES = 0.2;

/** All benches in their order, with sizes that take some 35 minutes, or with ones that take seconds. */
export function planTasks(size: "full" | "quick"): Task[] {
  return ENTRIES.map(({ args, quick, minutes, ...entry }) =>
    size === "full"
      ? { ...entry, minutes, args: args.split(" ") }
      : { ...entry, minutes: QUICK_MINUTES, args: quick.split(" ") },
  );
}
