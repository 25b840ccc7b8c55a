import { createHash } from "node:crypto";
import { askModel } from "../calls/ask-model.ts";
import { createMeter } from "../calls/meter.ts";
import type { Engine } from "../engine.ts";
import { ModelOutputError } from "../errors.ts";
import { countKept, readStoredMessages } from "../episodes/exchange.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { SessionRow } from "../ports/stored-rows.ts";
import type { TextMessage } from "../record.ts";
import { scopeKey, toScopeColumns, type Scope } from "../scope.ts";
import { summaryRequest } from "./summarize-session.prompt.ts";

/** Exchanges that one summary takes in at most, or more where it is to be rarer; what is left waits for the next one. */
const MOST_EPISODES = 50;

const LONGEST_SUMMARY = 4_000;

/** Rewrites the rolling summary of a conversation, when enough messages came since the last one. */
export async function summarizeSession(
  engine: Engine,
  store: MemoryStore,
  scope: Scope,
): Promise<void> {
  const startedAt = performance.now();
  const { summaryEvery } = engine.settings;
  const whose = { type: "exact", scope } as const;
  const [session] = await store.sessions.find(whose, { limit: 1 });
  const episodes = await store.episodes.find(whose, {
    ...(session && { where: { column: "recordedAt", isAbove: session.summarizedUntil } }),
    orderBy: { column: "recordedAt" },
    // Each has a message at least, so these are enough to be due.
    limit: Math.max(MOST_EPISODES, summaryEvery),
  });
  const messages = episodes.flatMap(readStoredMessages);
  const last = episodes.at(-1);
  if (last === undefined || messages.length < summaryEvery) return;

  const said = messages.filter(isSaid);
  const before = session?.summary ?? "";
  // Asked about nothing, a model makes something up.
  const written = said.length > 0 ? await write(before, said) : "";
  const row: SessionRow = {
    ...toScopeColumns(scope),
    key: session?.key ?? sessionKey(scope),
    revision: (session?.revision ?? 0) + 1,
    // Messages that add nothing are passed over for good.
    summary: written || before,
    summarizedUntil: last.recordedAt,
    messageCount: (session?.messageCount ?? 0) + messages.length,
  };
  // Forgotten meanwhile: then nobody may say it again.
  if ((await countKept(store, episodes)) < episodes.length) return;
  // Refused when another process summarized meanwhile: its summary is as good.
  await store.sessions.merge([row]);
  engine.emit({
    type: "summarized",
    scope,
    messages: messages.length,
    durationMs: performance.now() - startedAt,
  });

  function write(soFar: string, since: readonly TextMessage[]): Promise<string> {
    return askModel(engine, {
      step: "summarize",
      request: summaryRequest({ summary: soFar, messages: since }),
      read: readSummary,
      scope,
      meter: createMeter(),
    });
  }
}

/** What tools and documents say is no part of a conversation, and would lose in it whose words it is. */
function isSaid({ role }: TextMessage): boolean {
  return role !== "tool" && role !== "document";
}

/** The key of a conversation's summary. A digest, because keys are written down where no id may be. */
export function sessionKey(scope: Scope): string {
  return createHash("sha256").update(scopeKey(scope)).digest("hex");
}

/** `""` when nothing of what was said is worth one: the local rules find no sentence in code. */
function readSummary(answer: unknown): string {
  const summary = (answer as { summary?: unknown } | null)?.summary;
  if (typeof summary !== "string") {
    throw new ModelOutputError("write_summary must be called with { summary }.", {
      text: JSON.stringify(answer) ?? "",
    });
  }
  return summary.trim().toWellFormed().slice(0, LONGEST_SUMMARY);
}
