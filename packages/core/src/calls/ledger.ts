import { BudgetError } from "../errors.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { Usage } from "../record.ts";
import { scopeKey, type Scope } from "../scope.ts";
import type { Budgets } from "./budgets.ts";
import { readSpent, spenderOf, type Spent } from "./read-spent.ts";

/** Knows what was spent today, and refuses what goes beyond the budgets. */
export interface Ledger {
  /** @throws {BudgetError} when the day's budget does not have as much left for the scope's spender. */
  admit(store: MemoryStore, scope: Scope, wanted: Partial<Spent>): Promise<void>;
  /** Admits and spends in one step, so that of calls made at once none overdraws. @throws {BudgetError} */
  take(store: MemoryStore, scope: Scope, wanted: Partial<Spent>): Promise<void>;
  /** @throws {BudgetError} when one call, which has cost `meter` so far, may not cost as much more. */
  admitWithin(meter: Usage, wanted: Pick<Spent, "modelCalls" | "tokens">): void;
  /** Negative amounts are given back. */
  spend(scope: Scope, amounts: Partial<Spent>): void;
}

interface Account {
  spent: Spent;
  /** What other processes spent is read again from then on. */
  readAgainAt: number;
  reading?: Promise<void> | undefined;
}

/**
 * So often the tables are looked at for what others spent, at most; and for no more than a hundredth
 * of the time, however much a day holds.
 */
const READ_EVERY_MS = 60_000;
const READING_SHARE = 0.01;

/** Accounts that are held at once; one that was let go is read from the tables again. */
const MOST_ACCOUNTS = 10_000;

const DAY_MS = 86_400_000;

const NAMES = {
  modelCalls: "model calls",
  tokens: "tokens",
  memories: "memories",
  bytes: "bytes",
} as const;

const QUANTITIES = Object.keys(NAMES) as (keyof Spent)[];

/** A ledger of this process. It begins with what the tables know, so that a restart forgets nothing. */
export function createLedger({ budgets, now }: { budgets: Budgets; now: () => Date }): Ledger {
  const accounts = new Map<string, Account>();
  let day = -1;

  function accountOf(spender: Scope): Account {
    const today = Math.floor(now().getTime() / DAY_MS);
    if (today !== day) accounts.clear();
    day = today;
    const key = scopeKey(spender);
    const known = accounts.get(key);
    if (known) return known;
    const [oldest] = accounts.keys();
    if (accounts.size >= MOST_ACCOUNTS && oldest !== undefined) accounts.delete(oldest);
    const spent = { modelCalls: 0, tokens: 0, memories: 0, bytes: 0 };
    const account: Account = { spent, readAgainAt: 0 };
    accounts.set(key, account);
    return account;
  }

  async function read(store: MemoryStore, spender: Scope, account: Account): Promise<void> {
    const startedAt = performance.now();
    const stored = await readSpent(store, spender, new Date(day * DAY_MS));
    // What this process spent and has not stored yet is in the one, what others spent in the other.
    for (const name of QUANTITIES) {
      account.spent[name] = Math.max(account.spent[name], stored[name]);
    }
    const tookMs = performance.now() - startedAt;
    account.readAgainAt = performance.now() + Math.max(READ_EVERY_MS, tookMs / READING_SHARE);
  }

  /** The account, when the tables were looked at lately. Without a limit on what is wanted nobody looks. */
  async function bringUpToDate(
    store: MemoryStore,
    scope: Scope,
    wanted: Partial<Spent>,
  ): Promise<Account> {
    const spender = spenderOf(scope);
    const account = accountOf(spender);
    const isLimited = QUANTITIES.some((name) => wanted[name] && budgets.day[name] < Infinity);
    if (!isLimited || performance.now() < account.readAgainAt) return account;
    account.reading ??= read(store, spender, account).finally(() => {
      account.reading = undefined;
    });
    await account.reading;
    return account;
  }

  function refuseBeyond({ spent }: Account, wanted: Partial<Spent>): void {
    for (const name of QUANTITIES) {
      const limit = budgets.day[name];
      if (!wanted[name] || spent[name] + wanted[name] <= limit) continue;
      const retryAt = new Date((day + 1) * DAY_MS);
      const left = Math.max(0, limit - spent[name]);
      throw new BudgetError(
        `The day's budget of ${limit} ${NAMES[name]} has ${left} left, and ${wanted[name]} are needed. It begins anew at ${retryAt.toISOString()}; raise budgets.day.${name}, or wait.`,
        { budget: "day", quantity: name, limit, spent: spent[name], retryAt },
      );
    }
  }

  function add({ spent }: Account, amounts: Partial<Spent>): void {
    for (const name of QUANTITIES) spent[name] += amounts[name] ?? 0;
  }

  return {
    async admit(store, scope, wanted) {
      refuseBeyond(await bringUpToDate(store, scope, wanted), wanted);
    },
    async take(store, scope, wanted) {
      const account = await bringUpToDate(store, scope, wanted);
      refuseBeyond(account, wanted);
      add(account, wanted);
    },
    admitWithin({ modelCalls, inputTokens, outputTokens }, wanted) {
      const spent = { modelCalls, tokens: inputTokens + outputTokens };
      for (const name of ["modelCalls", "tokens"] as const) {
        const limit = budgets.call[name];
        if (spent[name] + wanted[name] <= limit) continue;
        throw new BudgetError(
          `One call may cost ${limit} ${NAMES[name]}: it has cost ${spent[name]}, and needs ${wanted[name]} more. Raise budgets.call.${name}, or give it less.`,
          { budget: "call", quantity: name, limit, spent: spent[name] },
        );
      }
    },
    spend(scope, amounts) {
      add(accountOf(spenderOf(scope)), amounts);
    },
  };
}
