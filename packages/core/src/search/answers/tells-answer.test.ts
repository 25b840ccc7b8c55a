import { expect, test } from "vitest";
import { endsInQuestion } from "./ends-in-question.ts";
import { readTellsAnswer } from "./tells-answer.ts";

test.each([
  ["When did Ann move?", "Ann moved last week.", "Ann moved to Oslo."],
  ["What year was that?", "It was in 1998.", "It was in 19 houses."],
  ["In which month is it?", "It is in May.", "It may rain."],
  ["How long ago was that?", "Three years ago.", "In a house."],
  ["How many dogs has Ann?", "Ann has two dogs.", "Ann has a dog."],
  ["How old is Ann?", "Ann is 34.", "Ann is old."],
  ["Which book did Ann read?", 'Ann read "Dune".', "Ann read a novel."],
  ["What city does Ann live in?", "She lives in Oslo.", "She lives in a city."],
  ["Wann ist Anna umgezogen?", "Anna zog letzten Monat um.", "Anna zog um."],
  ["Seit wann?", "Vor drei Jahren.", "Vor dem Haus."],
  ["Wie viele Hunde hat Anna?", "Anna hat zwei Hunde.", "Anna hat einen Hund."],
  ["Wie groß ist Anna?", "Anna ist 1,80 m groß.", "Anna ist groß."],
  ["¿Cuándo se mudó Ana?", "Ana se mudó el mes pasado.", "Ana se mudó a Madrid."],
  ["¿Cuántos perros tiene Ana?", "Ana tiene dos perros.", "Ana tiene un perro."],
  ["¿Qué libro leyó Ana?", "Ana leyó Rayuela.", "Ana leyó una novela."],
])("%s is answered by %s rather than by %s", (question, answer, other) => {
  const tellsAnswer = readTellsAnswer(question);
  expect([tellsAnswer(answer), tellsAnswer(other)]).toEqual([true, false]);
});

test.each(["What does Ann like?", "Was mag Anna?", "", "Ann will tell when.", "2024"])(
  "%j asks for nothing that could be seen in a text",
  (question) => {
    expect(readTellsAnswer(question)("Last Tuesday Ann saw 2 plays in Oslo.")).toBe(false);
  },
);

test("a question is one by its last mark, whatever closes after it", () => {
  const questions = ["Tea?", "Tea? ", "She said “tea?”", "茶？", "شاي؟"];
  const others = ["Tea? No.", "Tea", "", "?!", "Is it tea? (It is.)"];
  expect(questions.map(endsInQuestion)).toEqual(questions.map(() => true));
  expect(others.map(endsInQuestion)).toEqual(others.map(() => false));
});
