import { describe, expect, it } from "vitest";
import type { Conversation } from "./locomo-data.ts";
import { toExchanges } from "./to-exchanges.ts";

describe("toExchanges", () => {
  it("makes an exchange of each two turns, whose roles depend on who the user is", () => {
    const conversation = talk([["Ines: one", "Tom: two", "Ines: three", "Tom: four"]]);
    expect(rolesOf(conversation, "Ines")).toEqual([
      ["user Ines: one", "assistant Tom: two"],
      ["user Ines: three", "assistant Tom: four"],
    ]);
    expect(rolesOf(conversation, "Tom")).toEqual([
      ["assistant Ines: one", "user Tom: two"],
      ["assistant Ines: three", "user Tom: four"],
    ]);
  });

  it("keeps the order of the turns where somebody speaks several times in a row", () => {
    const conversation = talk([["Ines: one", "Ines: two", "Ines: three", "Tom: four"]]);
    expect(rolesOf(conversation, "Ines")).toEqual([
      ["user Ines: one", "user Ines: two"],
      ["user Ines: three", "assistant Tom: four"],
    ]);
  });

  it("lets the last turn of a session stand alone rather than join the next session", () => {
    const conversation = talk([["Ines: one", "Tom: two", "Ines: three"], ["Tom: four"]]);
    expect(rolesOf(conversation, "Ines")).toEqual([
      ["user Ines: one", "assistant Tom: two"],
      ["user Ines: three"],
      ["assistant Tom: four"],
    ]);
  });

  it("puts exchanges into their session, a minute apart from its start on", () => {
    const conversation = talk([["Ines: one", "Tom: two", "Ines: three"], ["Tom: four"]]);
    const places = toExchanges(conversation, "Ines").map(({ sessionId, at }) => [
      sessionId,
      at.toISOString(),
    ]);
    expect(places).toEqual([
      ["session 1", "2024-03-01T09:00:00.000Z"],
      ["session 1", "2024-03-01T09:01:00.000Z"],
      ["session 2", "2024-03-02T09:00:00.000Z"],
    ]);
  });
});

function talk(sessions: readonly string[][]): Conversation {
  return {
    id: "conv-1",
    speakers: ["Ines", "Tom"],
    sessions: sessions.map((lines, index) => ({
      id: `session ${index + 1}`,
      startedAt: new Date(Date.UTC(2024, 2, index + 1, 9)),
      turns: lines.map((line) => {
        const [speaker = "", text = ""] = line.split(": ");
        return { id: line, speaker, text };
      }),
    })),
    observations: [],
    questions: [],
  };
}

/** Exchanges as `role name: text`. */
function rolesOf(conversation: Conversation, user: string): string[][] {
  return toExchanges(conversation, user).map(({ messages }) =>
    messages.map(({ role, name, content }) => `${role} ${name}: ${content as string}`),
  );
}
