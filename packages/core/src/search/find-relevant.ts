import { embedTexts } from "../calls/embed-texts.ts";
import type { Engine } from "../engine.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import { findCandidates, type Sought } from "./find-candidates.ts";
import { prepareQuery, type PreparedQuery } from "./prepare-query.ts";
import { rankMatches, type Ranked } from "./rank-matches.ts";

/** What a query found, before anything is cut. */
export interface Relevant {
  readonly prepared: PreparedQuery;
  /** Most relevant first. */
  readonly ranked: readonly Ranked[];
  /** In no order. */
  readonly exchanges: readonly EpisodeRow[];
}

/** Finds what may answer a query, and ranks it. */
export async function findRelevant(
  engine: Engine,
  text: string,
  sought: Sought,
  signal: AbortSignal | undefined,
): Promise<Relevant> {
  const [store, [vector = []]] = await Promise.all([
    engine.store(),
    embedTexts(engine, [text], { purpose: "query", signal }),
  ]);
  const prepared = prepareQuery(text, vector);
  const candidates = await findCandidates(engine, store, prepared, sought);
  const ranked = rankMatches(candidates, prepared, engine.settings);
  return { prepared, ranked, exchanges: candidates.exchanges };
}
