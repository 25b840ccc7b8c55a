import { StoreError } from "../errors.ts";
import { countKept } from "../episodes/exchange.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import type { Change } from "../record.ts";
import { decideOnFacts, findFacts, type Undertaking } from "./decide.ts";
import type { ExtractionInput } from "./extract-facts.prompt.ts";
import { logDecisions } from "./log-decisions.ts";
import type { EmbeddedFact, Ruling } from "./ruling.ts";
import { writeChanges } from "./write-changes.ts";

/** How often a fact is judged anew, because somebody else changed its memory first. */
const MOST_ROUNDS = 5;

/** What came of an exchange. */
export interface ProcessedExchange {
  rulings: Ruling[];
  changes: Change[];
}

/**
 * Takes an exchange through the pipeline: its facts are found, judged, ruled on and written, and
 * then the decisions are logged. One commit of memories, unless other writers get in between: then
 * the facts that they touched, and only those, are judged again by what is known since.
 */
export async function processExchange(
  undertaking: Undertaking,
  { row: episode, input }: { row: EpisodeRow; input: ExtractionInput },
  reportId: string,
): Promise<ProcessedExchange> {
  const startedAt = performance.now();
  const { engine, store, exchange, meter } = undertaking;
  const { facts, refused } = await findFacts(undertaking, input);

  const rulings = [...refused];
  const changes: Change[] = [];
  let open = facts;
  for (let round = 1; open.length > 0; round++) {
    if (round > MOST_ROUNDS) {
      throw new StoreError(
        `${open.length} facts were outrun by other writers ${MOST_ROUNDS} times. The exchange is kept; idle() takes it up again.`,
        { operation: "write changes" },
      );
    }
    // What has begun to be written is brought to its end: half of an exchange is nothing to stop at.
    const signal = round === 1 ? undertaking.signal : undefined;
    const decided = await decideOnFacts({ ...undertaking, signal }, open);
    // Forgotten while a model thought about it: nothing may come of it any more.
    if ((await countKept(store, [episode])) === 0) return { rulings: refused, changes };
    const call = { scope: exchange.scope, reportId, meter, signal };
    const { changes: written, outrun } = await writeChanges(engine, store, decided, call);
    changes.push(...written);
    rulings.push(...decided.filter((ruling) => !outrun.includes(ruling)));
    open = factsOf(outrun);
  }

  const durationMs = Math.round(performance.now() - startedAt);
  const origin = { scope: exchange.scope, reportId, episodeId: episode.key };
  await logDecisions(engine, store, rulings, { ...origin, usage: meter, durationMs });
  return { rulings, changes };
}

function factsOf(rulings: readonly Ruling[]): EmbeddedFact[] {
  const byFact = new Map(
    rulings.flatMap(({ about }) => (about ? [[about.fact, about] as const] : [])),
  );
  return [...byFact.values()];
}
