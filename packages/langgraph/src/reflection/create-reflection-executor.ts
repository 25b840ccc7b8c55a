import type { AddResult, Memory, Message, Scope } from "@palimpsest/core";
import {
  callBack,
  CHECK,
  type Check,
  checkOptions,
  type Checks,
  createBackground,
  isObject,
  memoryWith,
  needMemory,
  type OnAdapterError,
  readScope,
  report,
} from "@palimpsest/core/adapter";
import { findScope, isRunByTool, readRun, type RunConfig, type ScopeSource } from "../identity.ts";
import { type MessagesState, readConversation, toMessages } from "../messages.ts";
import { SCOPE } from "../turns/check-options.ts";
import { conversationKey, hash, turnKey } from "../turns/turn-key.ts";

/** What `createReflectionExecutor` takes beside the memory. */
export interface ReflectionOptions {
  /** How long a thread has to be silent before its turns are kept. Default: 60,000. */
  afterMs?: number | undefined;
  /** Whose memory it is, in place of what the run says, as for `longTermMemory`. */
  scope?: ScopeSource | undefined;
  /** Is told what was learned of the turns of a thread, after it was. */
  onRemember?: ((result: AddResult, info: { scope: Scope }) => void) | undefined;
  /** Is told of every failure. Default: the console. */
  onError?: OnAdapterError | undefined;
}

/** Keeps turns once their conversation is silent. Nothing here rejects or throws: what fails is reported. */
export interface ReflectionExecutor {
  /**
   * Takes the last turn of a conversation: a state, and the config of its run. It is kept after the silence,
   * with the other turns of the thread that still wait, in one exchange; a newer submit of the thread begins
   * the silence anew, and takes the place of what was submitted of the same turn. Nobody's is not kept.
   */
  submit(state: MessagesState, config: RunConfig, options?: { afterMs?: number | undefined }): void;
  /** Keeps now what waits, and resolves when all is kept. */
  flush(): Promise<void>;
  /** Flushes, and takes nothing any more. Call it before the process ends: what waits is in memory only. */
  shutdown(): Promise<void>;
}

/** A turn that waits. */
interface Waiting {
  readonly key: () => Promise<string>;
  readonly messages: readonly Message[];
}

/** The turns of a conversation that wait for its silence, by the ids or places of their messages. */
interface Pending {
  readonly scope: Scope;
  readonly turns: Map<string | number, Waiting>;
  readonly timer: ReturnType<typeof setTimeout>;
}

const DEFAULT_AFTER_MS = 60_000;

// Of a timer; with more it fires at once.
const LONGEST_DELAY_MS = 2 ** 31 - 1;

const DELAY: Check = [
  (value) => typeof value === "number" && value >= 0 && value <= LONGEST_DELAY_MS,
  `a number from 0 to ${LONGEST_DELAY_MS}`,
];

const CHECKS: Checks<ReflectionOptions> = {
  afterMs: DELAY,
  scope: SCOPE,
  onRemember: CHECK.function,
  onError: CHECK.function,
};

/**
 * Writes what conversations say to memory once they are silent: several turns cost one extraction, and
 * nobody waits for it. LangMem's `ReflectionExecutor` on this memory.
 *
 * @throws {InvalidInputError} when the memory is missing, or an option is unknown or of the wrong type.
 */
export function createReflectionExecutor(
  memory: Pick<Memory, "add">,
  options: ReflectionOptions = {},
): ReflectionExecutor {
  needMemory({ memory });
  checkOptions({ memory, ...options }, { memory: memoryWith("add"), ...CHECKS });
  const { afterMs = DEFAULT_AFTER_MS, scope: source, onRemember, onError } = options;
  if (isObject(source)) readScope(source);
  const background = createBackground({ onError });
  const pending = new Map<string, Pending>();
  let isShut = false;

  function take({ messages }: MessagesState, config: RunConfig, delayMs: number): void {
    if (isShut) throw new Error("The executor was shut down: this turn is not kept.");
    checkOptions({ afterMs: delayMs }, CHECKS);
    const run = readRun(config);
    const scope = findScope(run, source);
    const conversation = readConversation(messages);
    const { lines, lastUser } = conversation;
    if (!scope || lastUser === -1 || isRunByTool(run)) return;
    const said = toMessages(lines.slice(lastUser));
    if (said.length === 0) return;

    const name = conversationKey(scope, run);
    const { turns, timer } = pending.get(name) ?? { turns: new Map(), timer: undefined };
    clearTimeout(timer);
    const key = () => turnKey(scope, run, conversation);
    turns.set(lines[lastUser]?.id ?? lastUser, { key, messages: said });
    pending.set(name, { scope, turns, timer: setTimeout(write, delayMs, name) });
  }

  function write(name: string): void {
    const { scope, turns, timer } = pending.get(name) ?? {};
    if (!scope || !turns) return;
    clearTimeout(timer);
    pending.delete(name);
    background.run(scope, async () => {
      const waiting = [...turns.values()];
      const messages = waiting.flatMap((turn) => turn.messages);
      const idempotencyKey = await joinKeys(waiting);
      const result = await memory.add(messages, { ...scope, idempotencyKey });
      if (!onRemember) return;
      callBack(
        () => onRemember(result, { scope }),
        (error) => report(onError, error, { phase: "callback", scope }),
      );
    });
  }

  async function flush(): Promise<void> {
    for (const name of pending.keys()) write(name);
    await background.flush();
  }

  return {
    submit(state, config, own) {
      try {
        take(state, config, own?.afterMs ?? afterMs);
      } catch (error) {
        report(onError, error, { phase: "remember" });
      }
    },
    flush,
    async shutdown() {
      isShut = true;
      await flush();
    },
  };
}

/** That of one turn is its own, so that the middleware and this keep it once. */
async function joinKeys(waiting: readonly Waiting[]): Promise<string> {
  const keys = await Promise.all(waiting.map(({ key }) => key()));
  const [first] = keys;
  return first !== undefined && keys.length === 1 ? first : hash(keys);
}
