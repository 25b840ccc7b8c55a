import type { Effect } from "../add/ruling.ts";
import { embedTexts } from "../calls/embed-texts.ts";
import { bytesOf } from "../calls/read-spent.ts";
import type { Engine } from "../engine.ts";
import { draftEpisode, keepEpisode } from "../episodes/begin-episode.ts";
import { separateRecalledMessages } from "../episodes/exchange.ts";
import { gatherRelations } from "../graph/gather-relations.ts";
import { readMessages } from "../input/read-messages.ts";
import { readBoolean, readChoice, readDate, readMetadata, readText } from "../input/read-values.ts";
import { redactInput } from "../redact/redact-input.ts";
import { redactExchange } from "../redact/redact-exchange.ts";
import type { Change, Json, MemoryKind, Message } from "../record.ts";
import { parseScope, type Scope } from "../scope.ts";
import { checkRedacted } from "../redact/check-redacted.ts";
import { onlyChange, ruleByHand, writeByHand } from "./write-by-hand.ts";

/** What `put` takes beside the text. */
export type PutOptions = Scope & {
  /** Default: `fact`. */
  kind?: MemoryKind | undefined;
  metadata?: Record<string, Json> | undefined;
  /** From when it is true. Default: now. */
  at?: Date | undefined;
  /** Locks it against inference. Default: false. */
  pinned?: boolean | undefined;
  /** When it stops being recalled. */
  expiresAt?: Date | undefined;
  /** The exchange that it came from; kept as an episode. */
  source?: string | readonly Message[] | undefined;
  signal?: AbortSignal | undefined;
};

const KINDS = ["fact", "preference", "event", "instruction", "insight"] as const;

/** Stores a text as a memory, as it was written: nothing is extracted, nothing judged. */
export async function put(engine: Engine, text: string, options: PutOptions): Promise<Change> {
  const { settings } = engine;
  const scope = parseScope(options);
  const at = readDate(options.at, "at") ?? settings.now();
  const given = readText(text, "text", settings.limits.memory);
  const labels = readMetadata(options.metadata, settings.limits);
  const about = {
    kind: readChoice(options.kind, "kind", KINDS) ?? "fact",
    pinned: readBoolean(options.pinned, "pinned") ?? false,
    expiresAt: readDate(options.expiresAt, "expiresAt"),
  };
  const said = options.source === undefined ? [] : readMessages(options.source, settings.limits);
  const { input: kept } = await redactInput(engine, scope, async (redactor) => ({
    text: await redactor.text(given),
    source: await redactExchange(redactor, {
      scope,
      at,
      metadata: labels,
      ...separateRecalledMessages(said),
    }),
  }));
  const { metadata } = kept.source;
  const memory = { ...about, text: checkRedacted(kept.text) };
  const episode =
    options.source === undefined
      ? undefined
      : draftEpisode(engine, kept.source, { isProcessed: true });
  const store = await engine.store();
  await engine.ledger.admit(store, scope, { memories: 1 });
  // Before anything is kept: an embedder that fails must not leave an exchange without its memory.
  const [vector] = await embedTexts(engine, [memory.text], {
    purpose: "document",
    signal: options.signal,
  });
  // Nor must an abort: what has begun to be kept is brought to its end.
  options.signal?.throwIfAborted();
  if (episode) {
    await engine.ledger.take(store, scope, { bytes: bytesOf(episode) });
    await keepEpisode(store, episode);
  }
  const effect: Effect = {
    type: "start",
    next: {
      ...memory,
      vector,
      scope,
      metadata,
      memoryId: settings.newId(),
      version: 1,
      status: "current",
      subject: "user",
      entities: [],
      relations: gatherRelations(memory.text),
      validFrom: at,
      origin: "person",
      episodeIds: episode ? [episode.key] : [],
    },
  };
  const ruling = ruleByHand(engine, "ADD", "put by hand", effect);
  return onlyChange(await writeByHand(engine, scope, async () => [ruling]));
}
