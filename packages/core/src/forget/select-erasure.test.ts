import { describe, expect, test } from "vitest";
import { SILENCED, type Amendment } from "../ports/erasure.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import { amendRow } from "../rows/amend-row.ts";
import { decisionRow, episodeRow, sessionRow, versionRow } from "../testing/memory-store/rows.ts";
import { type OwnedRows, selectErasure, type Wanted } from "./select-erasure.ts";

const alice = { userId: "alice" };
const session = { ...alice, sessionId: "s1" };

describe("a lineage from which versions go", () => {
  const [first, second, third] = ["Berlin", "Amsterdam", "Paris"].map((city, index) =>
    versionRow(alice, {
      lineage: "home",
      slot: index + 1,
      memoryId: city,
      version: 1,
      text: `Lives in ${city}`,
      episodeIds: [`moved to ${city}`],
      validFrom: new Date(1_000 * (index + 1)),
      recordedAt: new Date(1_000 * (index + 1) + 500),
      ...(index < 2 && {
        revision: 2,
        status: "superseded",
        supersededBy: ["Amsterdam", "Paris"][index] ?? "",
        supersededAt: new Date(1_000 * (index + 2) + 500),
        validTo: new Date(1_000 * (index + 2)),
      }),
    }),
  ) as [VersionRow, VersionRow, VersionRow];
  const versions = [first, second, third];
  const episodes = versions.map(({ text, episodeIds: [key = ""] }) =>
    episodeRow(alice, { key, messages: JSON.stringify([{ role: "user", content: text }]) }),
  );

  test("is closed around what went from its middle", () => {
    const { remove, amend, memoryIds } = forgetEpisodes("moved to Amsterdam");
    expect(remove.memories).toEqual(["home@2"]);
    expect(memoryIds).toEqual(["Amsterdam"]);
    expect(amend).toEqual([
      {
        key: "home@1",
        status: "superseded",
        supersededBy: "Paris",
        supersededAt: third.recordedAt,
        validTo: third.validFrom,
        episodeIds: ["moved to Berlin"],
        isSilenced: false,
      },
    ]);
  });

  test("is open again where its end went", () => {
    const { remove, amend } = forgetEpisodes("moved to Amsterdam", "moved to Paris");
    expect(remove.memories).toEqual(["home@2", "home@3"]);
    expect(after(amend)).toEqual([{ ...reopened(first), revision: 3 }]);
  });

  test("begins later where its beginning went", () => {
    const { remove, amend } = forgetEpisodes("moved to Berlin");
    expect(remove.memories).toEqual(["home@1"]);
    expect(amend).toEqual([]);
  });

  test("goes as a whole when one of its memories does", () => {
    const wanted = { memoryIds: new Set(["Amsterdam"]), episodeIds: new Set<string>() };
    const { remove, amend } = select({ versions, episodes }, wanted);
    expect(remove.memories).toEqual(["home@1", "home@2", "home@3"]);
    expect(remove.episodes).toHaveLength(3);
    expect(amend).toEqual([]);
  });

  function forgetEpisodes(...keys: string[]) {
    return select({ versions, episodes }, { memoryIds: new Set(), episodeIds: new Set(keys) });
  }

  function after(amend: readonly Amendment[]): (VersionRow | undefined)[] {
    return amend.map((one) => {
      const row = versions.find(({ key }) => key === one.key);
      return row && amendRow(row, one);
    });
  }
});

describe("a forgotten memory", () => {
  const gone = versionRow(alice, {
    memoryId: "gone",
    text: "Is allergic to nuts.",
    decisionId: "d1",
    episodeIds: ["e1"],
  });

  test("takes along its exchanges, and every row in which its text stands", () => {
    const kept = versionRow(alice, { text: "Likes tea", episodeIds: ["e1", "e9"], quote: "tea" });
    const merged = versionRow(alice, { text: "Is  allergic to NUTS and to milk" });
    const cited = versionRow(alice, { reason: 'Beside "Is allergic to nuts"', quote: "x" });
    const other = versionRow(alice, { text: "Is allergic to nutshells", quote: "y" });
    const episodes = [
      episodeRow(alice, { key: "e1", messages: '[{"content":"I cannot eat nuts"}]' }),
      episodeRow(alice, { key: "e2", messages: '[{"content":"is allergic\\nto nuts!"}]' }),
      episodeRow(session, { key: "e3", request: '{"recalled":["Is allergic to nuts."]}' }),
      episodeRow(alice, { key: "e4", messages: '[{"content":"nothing to nuts"}]' }),
    ];
    const decisions = [
      decisionRow(alice, { key: "d1" }),
      decisionRow(alice, { key: "d2", episodeId: "e1" }),
      decisionRow(alice, { key: "d3", target: "gone" }),
      decisionRow(alice, { key: "d4", fact: "User is allergic to nuts" }),
      decisionRow(alice, { key: "d5", episodeId: "e4" }),
    ];
    const sessions = [
      sessionRow(session, { key: "s1", summarizedUntil: new Date("2027-01-01") }),
      sessionRow(alice, { key: "s2", summarizedUntil: new Date("2020-01-01") }),
      sessionRow({ ...alice, sessionId: "s3" }, { key: "s3", summarizedUntil: new Date(9e12) }),
    ];
    const { remove, amend } = select(
      { versions: [gone, kept, merged, cited, other], episodes, decisions, sessions },
      { memoryIds: new Set(["gone"]), episodeIds: new Set() },
    );
    expect(remove.memories).toEqual([gone.key, merged.key]);
    expect(remove.episodes).toEqual(["e1", "e2", "e3"]);
    expect(remove.decisions).toEqual(["d1", "d2", "d3", "d4"]);
    expect(remove.sessions).toEqual(["s1"]);
    expect(amend).toEqual([
      { key: kept.key, status: "current", episodeIds: ["e9"], isSilenced: true },
      { key: cited.key, status: "current", episodeIds: [], isSilenced: true },
    ]);
    const silenced = amend[0] && amendRow(kept, amend[0]);
    expect(silenced).toMatchObject({ text: "Likes tea", reason: SILENCED, revision: 2 });
    expect(silenced).not.toHaveProperty("quote");
  });

  test("is no successor any more", () => {
    const before = versionRow(alice, { status: "superseded", supersededBy: "gone" });
    const { amend } = select(
      { versions: [gone, before] },
      { memoryIds: new Set(["gone"]), episodeIds: new Set() },
    );
    expect(amend).toEqual([
      { key: before.key, status: "superseded", episodeIds: [], isSilenced: false },
    ]);
  });

  test("is found by ids that the scope sees or that are under it, and by no others", () => {
    const wanted = { memoryIds: new Set(["gone"]), episodeIds: new Set(["e1"]) };
    const owned = { versions: [gone], episodes: [episodeRow(alice, { key: "e1" })] };
    expect(select(owned, wanted, session).remove.memories).toEqual([gone.key]);
    const inSession = { versions: [{ ...gone, ...versionRow(session), memoryId: "gone" }] };
    expect(select(inSession, wanted, alice).remove.memories).toHaveLength(1);
    const elsewhere = { ...alice, sessionId: "s2" };
    expect(select(inSession, wanted, elsewhere).remove.memories).toEqual([]);
  });
});

test("everything under a session goes, and what the user keeps of it loses its source", () => {
  const kept = versionRow(alice, { episodeIds: ["e1"], quote: "I like tea" });
  const versions = [kept, versionRow(session)];
  const episodes = [episodeRow(session, { key: "e1" }), episodeRow(alice, { key: "e2" })];
  const decisions = [decisionRow(session), decisionRow(alice)];
  const sessions = [sessionRow(session), sessionRow(alice)];
  const { remove, amend } = select(
    { versions, episodes, decisions, sessions },
    "everything",
    session,
  );
  expect(remove.memories).toEqual([versions[1]?.key]);
  expect(remove.episodes).toEqual(["e1"]);
  expect(remove.decisions).toEqual([decisions[0]?.key]);
  expect(remove.sessions).toEqual([sessions[0]?.key]);
  expect(amend).toEqual([{ key: kept.key, status: "current", episodeIds: [], isSilenced: true }]);
});

function select(owned: Partial<OwnedRows>, what: Wanted["what"], scope: Wanted["scope"] = alice) {
  const rows = { versions: [], episodes: [], sessions: [], decisions: [], ...owned };
  return selectErasure(rows, { scope, what });
}

function reopened(row: VersionRow): VersionRow {
  const { supersededBy: _by, supersededAt: _at, validTo: _to, ...rest } = row;
  return { ...rest, status: "current" };
}
