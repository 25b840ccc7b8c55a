import type { AddResult } from "@palimpsest/core";
import { expect, test } from "vitest";
import type { PageEvent } from "../wire.ts";
import { createTurns } from "./turns.ts";

const usage = { modelCalls: 0, embeddingCalls: 0, inputTokens: 0, outputTokens: 0 };
const result: AddResult = {
  results: [],
  report: {
    id: "report-1",
    episodeId: "episode-1",
    status: "processed",
    decisions: [],
    usage,
    durationMs: 1,
  },
};

/** What a page that connects now is told, and everything after it. */
function listen(turns: ReturnType<typeof createTurns>, userId: string) {
  const events: PageEvent[] = [];
  const leave = turns.subscribe(userId, (event) => events.push(structuredClone(event)));
  return { events, leave };
}

test("only the pages of a user are told of the user's turns, for as long as they listen", () => {
  const turns = createTurns(() => "turn-1");
  const [alice, bob] = [listen(turns, "alice"), listen(turns, "bob")];
  turns.begin("alice").learned(result);
  alice.leave();
  turns.changed("alice");
  expect(alice.events).toMatchObject([{ type: "turn", turn: { id: "turn-1", status: "learned" } }]);
  expect(bob.events).toEqual([]);
});

test("a turn whose report is undone says so; of another report nothing is told", () => {
  const turns = createTurns();
  turns.begin("alice").learned(result);
  const { events } = listen(turns, "alice");
  turns.undone("alice", "report-2");
  turns.undone("bob", "report-1");
  expect(events).toHaveLength(1);
  turns.undone("alice", "report-1");
  expect(events.at(-1)).toMatchObject({ turn: { isUndone: true } });
});

test("an exchange that waits for the model is kept, not learned", () => {
  const turns = createTurns();
  turns.begin("alice").learned({ ...result, report: { ...result.report, status: "pending" } });
  expect(listen(turns, "alice").events).toMatchObject([{ turn: { status: "kept" } }]);
});

test("no more is held than the last turns of the last users, and nothing of who is forgotten", () => {
  const turns = createTurns();
  for (let count = 0; count < 60; count++) turns.begin("alice");
  expect(listen(turns, "alice").events).toHaveLength(50);
  for (let count = 0; count < 1_000; count++) turns.begin(`user-${count}`);
  expect(listen(turns, "alice").events).toEqual([]);
  expect(listen(turns, "user-999").events).toHaveLength(1);
  turns.forget("user-999");
  expect(listen(turns, "user-999").events).toEqual([]);
});
