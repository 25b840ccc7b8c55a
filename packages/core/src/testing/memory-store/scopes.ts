import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { InvalidInputError } from "../../errors.ts";
import type { MemoryStore, ScopeCount, Whose } from "../../ports/memory-store.ts";
import type { VersionRow } from "../../ports/stored-rows.ts";
import { scopeKey, type Scope } from "../../scope.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";
import { collectRows, exactly, versionRow } from "./rows.ts";

/** Ids that look alike, or like something else than an id. */
const IDS = [
  ...HOSTILE_TEXTS,
  "u1",
  "u10",
  "u_1",
  "u%1",
  "U1",
  "u1/s:u1",
  "\uD800",
  "\uDC00",
  "\uFFFD",
  "\uFEFFu1",
  "😀".repeat(256),
];

const EAST = [1, 0, 0, 0, 0, 0, 0, 0];

/** No question about one owner's rows is answered with another's. */
export function describeScopes(store: () => MemoryStore): void {
  describe("scopes", () => {
    // Tells these rows from those of other cases.
    const reportId = randomUUID();
    const where = { column: "reportId", equals: reportId } as const;
    const agentId = "helper";
    const scopesOf = (userId: string): Scope[] => [
      { userId },
      { userId, agentId },
      { userId, sessionId: userId },
    ];
    const scopes = [{ agentId }, ...IDS.flatMap(scopesOf)];

    beforeAll(async () => {
      const rows = scopes.map((scope) => versionRow(scope, { reportId, text: nameOf(scope) }));
      await store().memories.append(rows);
    });

    /** What every way to read finds, by the names of the scopes. */
    async function ask(whose: Whose) {
      const { memories } = store();
      const query = { where, limit: scopes.length };
      const [nearest = []] = await memories.findNearest(whose, [EAST], query);
      const [byTerms = []] = await memories.findByTerms(whose, [["tea"]], query);
      return {
        find: namesOf(await memories.find(whose, { where })),
        findNearest: namesOf(nearest.map(({ row }) => row)),
        findByTerms: namesOf(byTerms.map(({ row }) => row)),
        tally: namesOf(
          await memories.tally(whose, ["text"], collectRows<Pick<VersionRow, "text">>, where),
        ),
        count: await memories.count(whose, where),
      };
    }

    it("show a query the rows whose ids are all among its own", async () => {
      for (const userId of IDS) {
        const wholeQuery = { userId, agentId, sessionId: userId };
        expect(await ask(visibleTo({ userId }))).toEqual(answer({ userId }));
        expect(await ask(visibleTo({ userId, agentId }))).toEqual(
          answer({ userId }, { userId, agentId }, { agentId }),
        );
        expect(await ask(visibleTo(wholeQuery))).toEqual(answer(...scopesOf(userId), { agentId }));
      }
    });

    it("tell exactly these ids from these and more", async () => {
      for (const userId of IDS) {
        const inSession = { userId, sessionId: userId };
        expect(await ask(exactly({ userId }))).toEqual(answer({ userId }));
        expect(await ask(exactly(inSession))).toEqual(answer(inSession));
        expect(await ask(within({ userId }))).toEqual(answer(...scopesOf(userId)));
        expect(await ask(within({ sessionId: userId }))).toEqual(answer(inSession));
      }
      const withAgent = IDS.map((userId) => ({ userId, agentId }));
      expect(await ask(within({ agentId }))).toEqual(answer({ agentId }, ...withAgent));
    });

    it("know nothing of ids that nobody used", async () => {
      for (const type of ["visible", "exact", "subtree"] as const) {
        expect(await ask({ type, scope: { userId: "u" } })).toEqual(answer());
        expect(await ask({ type, scope: { agentId: "u1" } })).toEqual(answer());
        expect(await ask({ type, scope: { agentId: "u1", sessionId: "u1" } })).toEqual(answer());
      }
    });

    it("include everyone only for housekeeping", async () => {
      expect(await ask({ type: "everyone" })).toEqual(answer(...scopes));
    });

    it("are counted in the order of their keys, a page at a time", async () => {
      const keys: string[] = [];
      let page: readonly ScopeCount[];
      do {
        page = await store().memories.countByScope({ behind: keys.at(-1), limit: 7 }, where);
        expect(page.every(({ rows }) => rows === 1)).toBe(true);
        keys.push(...page.map(({ scope }) => scope));
      } while (page.length > 0);
      expect(keys).toEqual(scopes.map(scopeKey).toSorted());
    });

    it("are never empty: that would be everyone", async () => {
      for (const type of ["visible", "exact", "subtree"] as const) {
        const whose = { type, scope: {} } as unknown as Whose;
        await expect(store().memories.find(whose)).rejects.toThrow(InvalidInputError);
        await expect(store().memories.count(whose)).rejects.toThrow(InvalidInputError);
      }
    });
  });
}

function visibleTo(scope: Scope): Whose {
  return { type: "visible", scope };
}

function within(scope: Scope): Whose {
  return { type: "subtree", scope };
}

/** What `ask` gives when exactly these are found. */
function answer(...scopes: readonly Scope[]) {
  const names = scopes.map(nameOf).toSorted();
  return { find: names, findNearest: names, findByTerms: names, tally: names, count: names.length };
}

function nameOf(scope: Scope): string {
  return JSON.stringify([scope.userId, scope.agentId, scope.sessionId]);
}

function namesOf(rows: readonly Pick<VersionRow, "text">[]): string[] {
  return rows.map(({ text }) => text).toSorted();
}
