import type { Erasure } from "../ports/erasure.ts";
import type { DecisionRow, EpisodeRow, SessionRow, VersionRow } from "../ports/stored-rows.ts";
import { fromScopeColumns, isWithin, type Scope, visibleScopeKeys } from "../scope.ts";
import { amendSurvivors } from "./amend-survivors.ts";
import { createMentionTest, isMentionedIn } from "./find-mentions.ts";
import { createRepeatFinder, createSourceTest } from "./find-sources.ts";

/** Everything that one owner has. */
export interface OwnedRows {
  versions: VersionRow[];
  episodes: EpisodeRow[];
  sessions: SessionRow[];
  decisions: DecisionRow[];
}

/** What is to be forgotten, within a scope: everything, or what came of memories and exchanges. */
export interface Wanted {
  scope: Scope;
  what: "everything" | { memoryIds: ReadonlySet<string>; episodeIds: ReadonlySet<string> };
  /** With everything: also what is outside of the scope and was taught by its exchanges alone. */
  taughtOnlyHere?: boolean;
}

/** An erasure, and the memories of which no version stays. */
export interface Selection extends Erasure {
  memoryIds: string[];
}

/**
 * What has to go from an owner's rows, for what is wanted to be as if it had never been.
 *
 * Of a memory: its whole lineage, the exchanges that it came from, and every row in which one of
 * its texts stands. Of an exchange: the versions that came from it. With both: the decisions about
 * them, and the summaries that cover an exchange that goes. What else came from the exchanges
 * stays in its own words; with `taughtOnlyHere` it stays only where something else taught it as well.
 */
export function selectErasure(
  owned: OwnedRows,
  { scope, what, taughtOnlyHere = false }: Wanted,
): Selection {
  const isIn = (row: VersionRow | EpisodeRow | SessionRow | DecisionRow) =>
    isWithin(fromScopeColumns(row), scope);
  const isAll = what === "everything";
  const root = isAll
    ? { texts: [], versions: owned.versions.filter(isIn) }
    : findRoot(owned, scope, what.memoryIds);
  const mentions = createMentionTest(root.texts);

  const told = isAll ? new Set<string>() : toldEpisodes(owned, { scope, what });
  const sources = new Set(isAll ? [] : root.versions.flatMap(({ episodeIds }) => episodeIds));
  const episodes = owned.episodes.filter((row) =>
    isAll ? isIn(row) : sources.has(row.key) || told.has(row.key) || isMentionedIn(row, mentions),
  );
  const episodeKeys = keysOf(episodes);

  const rootKeys = keysOf(root.versions);
  const findRepeats = createRepeatFinder(taughtOnlyHere ? owned.decisions : [], episodeKeys);
  const isTaughtOnlyHere = createSourceTest(episodeKeys, findRepeats);
  const isDerived = createDerivedTest(owned, told);
  const versions = owned.versions.filter(
    (row) =>
      rootKeys.has(row.key) ||
      mentions(row.text) ||
      isDerived(row) ||
      (taughtOnlyHere && isTaughtOnlyHere(row)),
  );
  const versionKeys = keysOf(versions);
  const decisionIds = new Set(versions.map(({ decisionId }) => decisionId));
  const staying = owned.versions.filter(({ key }) => !versionKeys.has(key));
  const memoriesThatStay = new Set(staying.map(({ memoryId }) => memoryId));
  const memoryIds = new Set(
    versions.map(({ memoryId }) => memoryId).filter((id) => !memoriesThatStay.has(id)),
  );

  const decisions = owned.decisions.filter(
    (row) =>
      (isAll && isIn(row)) ||
      decisionIds.has(row.key) ||
      (row.episodeId !== undefined && episodeKeys.has(row.episodeId)) ||
      (row.target !== undefined && memoryIds.has(row.target)) ||
      [row.fact, row.memory, row.reason].some(mentions),
  );
  const sessions = owned.sessions.filter(
    (row) => (isAll && isIn(row)) || mentions(row.summary) || episodes.some(isCoveredBy(row)),
  );
  return {
    remove: {
      memories: [...versionKeys],
      episodes: [...episodeKeys],
      sessions: [...keysOf(sessions)],
      decisions: [...keysOf(decisions)],
    },
    amend: amendSurvivors(owned.versions, {
      versions: versionKeys,
      episodes: episodeKeys,
      mentions,
      findRepeats,
    }),
    memoryIds: [...memoryIds],
  };
}

/** The exchanges that are wanted themselves, as far as the scope knows these. */
export function toldEpisodes(
  { episodes }: OwnedRows,
  { scope, what }: Pick<Wanted, "scope" | "what">,
): Set<string> {
  const isVisible = createVisibility(scope);
  const wanted = what === "everything" ? new Set() : what.episodeIds;
  return keysOf(episodes.filter((row) => wanted.has(row.key) && isVisible(row)));
}

/** A test for versions that came from exchanges, or that say that a memory was taken back by one. */
export function createDerivedTest(
  { decisions }: OwnedRows,
  episodeKeys: ReadonlySet<string>,
): (row: VersionRow) => boolean {
  const taken = decisions.filter(({ episodeId }) => episodeKeys.has(episodeId ?? ""));
  const decisionIds = keysOf(taken);
  return (row) =>
    row.episodeIds.some((id) => episodeKeys.has(id)) || decisionIds.has(row.decisionId);
}

/** The lineages of the wanted memories, as far as the scope knows these, and all that they say. */
function findRoot(
  { versions }: OwnedRows,
  scope: Scope,
  memoryIds: ReadonlySet<string>,
): { versions: VersionRow[]; texts: string[] } {
  const isVisible = createVisibility(scope);
  const known = versions.filter((row) => memoryIds.has(row.memoryId) && isVisible(row));
  const lineages = new Set(known.map(({ lineage }) => lineage));
  const root = versions.filter(({ lineage }) => lineages.has(lineage));
  return { versions: root, texts: root.map(({ text }) => text) };
}

/** What a scope may name by id: what it sees, and what is under it. */
function createVisibility(scope: Scope): (row: VersionRow | EpisodeRow) => boolean {
  const visible = new Set(visibleScopeKeys(scope));
  return (row) => visible.has(row.scope) || isWithin(fromScopeColumns(row), scope);
}

function isCoveredBy(session: SessionRow): (episode: EpisodeRow) => boolean {
  return ({ scope, recordedAt }) =>
    scope === session.scope && recordedAt <= session.summarizedUntil;
}

function keysOf(rows: readonly { key: string }[]): Set<string> {
  return new Set(rows.map(({ key }) => key));
}
