import { draftSame } from "../add/draft-version.ts";
import type { Draft } from "../add/ruling.ts";
import type { Engine } from "../engine.ts";
import { InvalidInputError } from "../errors.ts";
import { gatherRelations } from "../graph/gather-relations.ts";
import { readBoolean, readDate, readMetadata, readText } from "../input/read-values.ts";
import { findChangeable } from "../look-up/find-version.ts";
import type { Change, Json } from "../record.ts";
import { checkRedacted } from "../redact/check-redacted.ts";
import type { Redactor } from "../redact/create-redactor.ts";
import { redactInput } from "../redact/redact-input.ts";
import { parseScope, type Scope } from "../scope.ts";
import { withoutAbsent } from "../without-absent.ts";
import { changeByHand, onlyChange, ruleByHand } from "./write-by-hand.ts";

/** What of a memory is to be changed: what is absent stays. */
export interface MemoryPatch {
  text?: string | undefined;
  /** Takes the place of all metadata that there was. */
  metadata?: Record<string, Json> | undefined;
  pinned?: boolean | undefined;
  expiresAt?: Date | undefined;
}

/** Gives a memory a new version, by hand. */
export async function update(
  engine: Engine,
  id: string,
  patch: MemoryPatch,
  options: Scope & { signal?: AbortSignal | undefined },
): Promise<Change> {
  const scope = parseScope(options);
  const given = readPatch(engine, patch);
  const { input: changes } = await redactInput(engine, scope, (redactor) =>
    redactPatch(redactor, given),
  );
  const result = await changeByHand(
    engine,
    scope,
    async (store) => {
      const head = await findChangeable(store, id, scope);
      await engine.ledger.admit(store, scope, { memories: 1 });
      const now = engine.settings.now();
      const next = {
        ...draftSame(head),
        ...changes,
        ...(changes.text && rewritten(changes.text, now)),
      };
      // Other words hold from now on; the same words with other metadata held all along.
      const validTo = next.validFrom;
      return [
        ruleByHand(engine, "UPDATE", "changed by hand", { type: "continue", head, validTo, next }),
      ];
    },
    options.signal,
  );
  return onlyChange(result);
}

async function redactPatch<PATCH extends Pick<MemoryPatch, "text" | "metadata">>(
  redactor: Redactor,
  patch: PATCH,
): Promise<PATCH> {
  const { text, metadata } = patch;
  return {
    ...patch,
    ...(text !== undefined && { text: checkRedacted(await redactor.text(text)) }),
    ...(metadata && { metadata: await redactor.json(metadata) }),
  };
}

/** What a person's own words do away with: everything that was read from the words before. */
function rewritten(text: string, now: Date): Partial<Draft> {
  return {
    validFrom: now,
    origin: "person",
    entities: [],
    relations: gatherRelations(text),
    attribute: undefined,
    value: undefined,
    cardinality: undefined,
    quote: undefined,
  };
}

function readPatch({ settings: { limits } }: Engine, patch: MemoryPatch) {
  const { text, metadata, pinned, expiresAt } = patch ?? {};
  const changes = withoutAbsent({
    text: text === undefined ? undefined : readText(text, "text", limits.memory),
    metadata: metadata === undefined ? undefined : readMetadata(metadata, limits),
    pinned: readBoolean(pinned, "pinned"),
    expiresAt: readDate(expiresAt, "expiresAt"),
  });
  if (Object.keys(changes).length === 0) {
    throw new InvalidInputError("Nothing to update: pass text, metadata, pinned or expiresAt.", {
      parameter: "patch",
      value: patch,
    });
  }
  return changes;
}
