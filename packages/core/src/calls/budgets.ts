import { withoutAbsent } from "../without-absent.ts";

/** What a user may spend in a day. `Infinity` is no limit. */
export interface DayBudget {
  /** Default: 20,000. */
  modelCalls: number;
  /** Of models, in both directions, as they report them. Default: 50,000,000. */
  tokens: number;
  /** Memories and versions of memories that are written. Default: 100,000. */
  memories: number;
  /** Of exchanges that are kept, in UTF-8, with their metadata. Default: 200,000,000. */
  bytes: number;
}

/** What one call may spend; what it may keep is among the `limits`. `Infinity` is no limit. */
export interface CallBudget {
  /** Repeated ones too. Default: 50. */
  modelCalls: number;
  /** Default: 1,000,000. */
  tokens: number;
}

/** What may be spent before calls are refused with a `BudgetError`. */
export interface Budgets {
  /** By one `add`, `plan` or summary. */
  call: CallBudget;
  /** By one user in a day of UTC; where no user is named, by exactly the ids that are. */
  day: DayBudget;
}

/** Budgets as an option: what is left out has its default. */
export interface BudgetOptions {
  call?: Partial<CallBudget> | undefined;
  day?: Partial<DayBudget> | undefined;
}

// A talkative day of one person is some hundred exchanges of two calls and 2,000 tokens each, and of
// 2 kB: each of these is beyond it by a factor of fifty or more, and by ten below what hurts a server.
const DEFAULT_BUDGETS: Budgets = {
  call: { modelCalls: 50, tokens: 1_000_000 },
  day: { modelCalls: 20_000, tokens: 50_000_000, memories: 100_000, bytes: 200_000_000 },
};

/** The budgets with every default filled in. */
export function resolveBudgets({ call, day }: BudgetOptions = {}): Budgets {
  return {
    call: { ...DEFAULT_BUDGETS.call, ...withoutAbsent(call ?? {}) },
    day: { ...DEFAULT_BUDGETS.day, ...withoutAbsent(day ?? {}) },
  };
}
