import { describe, expect, test } from "vitest";
import type { TextMessage } from "../record.ts";
import { pickExcerpts } from "./pick-excerpts.ts";
import { queryWords } from "./words/query-words.ts";

const pick = (text: string, ...exchanges: readonly TextMessage[][]) =>
  pickExcerpts(exchanges, { text, words: queryWords(text) });

const user = (content: string, name?: string): TextMessage => ({
  role: "user",
  content,
  ...(name !== undefined && { name }),
});
const assistant = (content: string, name?: string): TextMessage => ({
  ...user(content, name),
  role: "assistant",
});

describe("of an exchange is shown", () => {
  test("what answers, and not the question that has the same words", () => {
    const messages = [
      user("Who teaches violin here?"),
      assistant("Violin is what Ottokar teaches, in the red house."),
    ];
    expect(pick("who teaches violin", messages)).toEqual([messages[1]?.content]);
  });

  test("who is named, and not who speaks to them", () => {
    const messages = [
      user("Anna, the marathon was great fun.", "Ben"),
      assistant("The marathon was over before I knew it.", "Anna"),
    ];
    expect(pick("How was the marathon for Anna?", messages)).toEqual([messages[1]?.content]);
    expect(pick("How was the marathon for Ben?", messages)).toEqual([messages[0]?.content]);
  });

  test("the user, where the user asks of themselves", () => {
    const messages = [
      assistant("The tent could stand in the attic."),
      user("The tent stands in the cellar."),
    ];
    expect(pick("Where did I put the tent?", messages)).toEqual([messages[1]?.content]);
    expect(pick("Where could the tent be?", messages)).toEqual([messages[0]?.content]);
  });

  test("what has the rare words of all that was found", () => {
    const first = [user("My dog is old. My dog is brown."), assistant("A dachshund, as I see.")];
    const second = [user("My dog sleeps."), assistant("Your dog does well.")];
    expect(pick("dog dachshund", first, second)[0]).toBe("A dachshund, as I see.");
  });

  test("no instruction of the application, and nothing where nothing was said", () => {
    const system: TextMessage = { role: "system", content: "Speak of violins only." };
    expect(pick("violins", [system, user("Hello")], [system], [])).toEqual(["Hello", "", ""]);
  });
});
