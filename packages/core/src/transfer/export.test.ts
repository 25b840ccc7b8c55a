import { describe, expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { InvalidInputError } from "../errors.ts";
import type { Scope } from "../scope.ts";
import { alice, bob, collect } from "./__fixtures__/export-all.ts";

describe("an export", () => {
  test("holds what carries exactly the ids, or what is under them, and nobody else's", async () => {
    const { memory } = await openTestMemory();
    for (const scope of [alice, { ...alice, sessionId: "s" }, bob, { agentId: "a" }]) {
      await memory.put("Likes tea", scope);
    }
    const scopes = async (scope: Scope, include?: "subtree") =>
      (await collect(memory.export({ ...scope, include })))
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter(({ type }) => type === "version")
        .map(({ userId, sessionId }) => ({ userId, sessionId }));
    expect(await scopes(bob)).toEqual([bob]);
    expect(await scopes(alice)).toEqual([{ ...alice }]);
    expect(await scopes(alice, "subtree")).toHaveLength(2);
    expect(await scopes({ sessionId: "s" })).toEqual([]);
    await expect(collect(memory.export({} as Scope))).rejects.toThrow(InvalidInputError);
    const controller = new AbortController();
    controller.abort(new Error("enough"));
    await expect(collect(memory.export({ ...bob, signal: controller.signal }))).rejects.toThrow(
      "enough",
    );
    await memory.close();
    await expect(collect(memory.export(bob))).rejects.toThrow("closed");
  });
});
