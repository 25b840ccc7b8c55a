import { describe, expect, test } from "vitest";
import { readTimeQuestion } from "./read-time-question.ts";

// A Wednesday.
const at = new Date("2026-06-17T12:00:00Z");
const read = (question: string) => readTimeQuestion(question, at);
const toDay = (date: Date | undefined) => date?.toISOString().slice(0, 10) ?? "";
const spansOf = (question: string) =>
  read(question).spans.map(({ from, to }) => `${toDay(from)}..${toDay(to)}`);

describe("the times that a question names", () => {
  test.each([
    ["What did I do yesterday?", "2026-06-16..2026-06-17"],
    ["What did I do last week?", "2026-06-08..2026-06-15"],
    ["Where did I go two months ago?", "2026-04-01..2026-05-01"],
    ["What have I watched in the last three weeks?", "2026-05-27..2026-06-17"],
    ["What did I buy in May?", "2026-05-01..2026-06-01"],
    ["What did I buy in July?", "2025-07-01..2025-08-01"],
    ["What will I do in July?", "2026-07-01..2026-08-01"],
    ["What happened on 7 May 2023?", "2023-05-07..2023-05-08"],
    ["What happened on May 7th, 2023?", "2023-05-07..2023-05-08"],
    ["What happened on 2023-05-07?", "2023-05-07..2023-05-08"],
    ["Where was I last summer?", "2025-06-01..2025-09-01"],
    ["Whom did I meet in the autumn of 2024?", "2024-09-01..2024-12-01"],
    ["Where did I live in 2021?", "2021-01-01..2022-01-01"],
    ["Whom did I call on Monday?", "2026-06-15..2026-06-16"],
    ["What is happening on Friday?", "2026-06-19..2026-06-20"],
    ["What have I read since March?", "2026-03-01.."],
    ["What did I read before 2020?", "..2020-01-01"],
    ["What did I read after May 2024?", "2024-06-01.."],
    ["What did I read until April?", "..2026-05-01"],
    ["What did I read between January and April 2025?", "2025-01-01..2025-05-01"],
    ["What did I read from November to February 2025?", "2024-11-01..2025-03-01"],
    ["What did I do the week before last?", "2026-06-01..2026-06-08"],
    ["Where did I go the summer before last?", "2024-06-01..2024-09-01"],
    ["What did I win this spring?", "2026-03-01..2026-06-01"],
    ["What did I buy in early March?", "2026-03-01..2026-03-11"],
    ["What did I buy at the end of last year?", "2025-09-01..2026-01-01"],
    ["What did I buy in March last year?", "2025-03-01..2025-04-01"],
    ["Where did I live in the 90s?", "1990-01-01..2000-01-01"],
    ["Where did I live in the late 1980s?", "1986-09-01..1990-01-01"],
    ["What did I do over Christmas?", "2025-12-24..2025-12-27"],
    ["Where was I on Christmas Day 2024?", "2024-12-25..2024-12-26"],
    ["What did I cook for Thanksgiving in 2023?", "2023-11-23..2023-11-27"],
    ["What have I bought since Easter?", "2026-04-03.."],
    ["What have I bought since August?", "2025-08-01.."],
    ["What did I do over the weekend?", "2026-06-13..2026-06-15"],
    ["What did I do last Friday, on 23 January 2022?", "2022-01-23..2022-01-24"],
    ["What did I do last Friday on 23 January, 2022?", "2022-01-23..2022-01-24"],
    ["Was habe ich letzte Woche gekauft?", "2026-06-08..2026-06-15"],
    ["Was habe ich am 7. Mai 2023 gemacht?", "2023-05-07..2023-05-08"],
    ["Was war am 7.5.2023?", "2023-05-07..2023-05-08"],
    ["Wo war ich vor zwei Monaten?", "2026-04-01..2026-05-01"],
    ["Wo habe ich 2021 gewohnt?", "2021-01-01..2022-01-01"],
    ["Was lerne ich seit März?", "2026-03-01.."],
    ["Was habe ich vorletzte Woche gekauft?", "2026-06-01..2026-06-08"],
    ["Was habe ich Anfang März gekauft?", "2026-03-01..2026-03-11"],
    ["Wo haben wir letztes Jahr Weihnachten gefeiert?", "2025-12-24..2025-12-27"],
    ["Wo habe ich in den 90ern gewohnt?", "1990-01-01..2000-01-01"],
    ["¿Qué compré la semana pasada?", "2026-06-08..2026-06-15"],
    ["¿Qué hice el 7 de mayo de 2023?", "2023-05-07..2023-05-08"],
    ["¿Dónde estuve hace dos meses?", "2026-04-01..2026-05-01"],
    ["¿Qué leí en junio de 2024?", "2024-06-01..2024-07-01"],
    ["¿Qué leí a principios de marzo?", "2026-03-01..2026-03-11"],
    ["¿Qué hicimos la Navidad pasada?", "2025-12-24..2025-12-27"],
    ["¿Dónde viví en los años noventa?", "1990-01-01..2000-01-01"],
    ["What did I do on 29 February?", "2024-02-29..2024-03-01"],
    ["What did I do on New Year’s Eve?", "2025-12-31..2026-01-01"],
    ["Whom did I call on Mother’s Day?", "2026-05-10..2026-05-11"],
    ["Where did I live in the ’90s?", "1990-01-01..2000-01-01"],
    ["Where did I live in the year 2021?", "2021-01-01..2022-01-01"],
    ["What did I cook this weekend?", "2026-06-13..2026-06-15"],
    ["What am I cooking this weekend?", "2026-06-20..2026-06-22"],
    ["Was habe ich über Weihnachten gemacht?", "2025-12-24..2025-12-27"],
    ["Was habe ich am Wochenende gemacht?", "2026-06-13..2026-06-15"],
    ["Was habe ich heute Morgen gemacht?", "2026-06-17..2026-06-18"],
    ["Was habe ich am Samstagmorgen gemacht?", "2026-06-13..2026-06-14"],
    ["Wo habe ich im Jahr 2021 gewohnt?", "2021-01-01..2022-01-01"],
    ["Was habe ich Ende letzten Monats gekauft?", "2026-05-01..2026-06-01"],
    ["Was habe ich zwischen 2019 und 2021 gekauft?", "2019-01-01..2022-01-01"],
    ["Wo war ich an Himmelfahrt?", "2026-05-14..2026-05-15"],
    ["¿Qué hice el fin de semana?", "2026-06-13..2026-06-15"],
    ["¿Qué hice el Día de la Madre?", "2026-05-03..2026-05-04"],
    ["¿Qué leí de enero a marzo?", "2026-01-01..2026-04-01"],
    ["¿Dónde viví durante 2020?", "2020-01-01..2021-01-01"],
    ["¿Qué haré el viernes?", "2026-06-19..2026-06-20"],
    ["¿Qué preparé el viernes?", "2026-06-12..2026-06-13"],
  ])("%s", (question, span) => {
    expect(spansOf(question)).toEqual([span]);
  });

  test.each([
    "What did I do on 30 February?",
    "What did I do on February 30th, 2024?",
    "What did I do on 29 February 2023?",
    "What did I do on 2024-02-30?",
    "Was habe ich am 31.4.2023 gemacht?",
    "¿Qué hice el 31 de junio?",
  ])("none in %j, because there is no such day", (question) => {
    expect(spansOf(question)).toEqual([]);
  });

  test.each([
    "May I have a coffee?",
    "Do I like the second album?",
    "Who runs the marathon?",
    "What do I eat at Christmas?",
    "Was I happy in my 20s?",
    "Whom did I meet on Easter Island?",
    "What should I cook, and may I use nuts?",
    "Was esse ich am Morgen?",
    "",
  ])("none in %j", (question) => {
    expect(spansOf(question)).toEqual([]);
  });
});

describe("questions about what is no longer so", () => {
  test.each([
    ["Where did I use to work?", "former"],
    ["What was my previous job?", "former"],
    ["What was my old address?", "former"],
    ["What was my sister’s old address?", "former"],
    ["What’s changed in my diet?", "change"],
    ["Where did I live before?", "former"],
    ["What was my first job?", "former"],
    ["How has my diet changed?", "change"],
    ["Did I change my mind about the trip?", "change"],
    ["Where did I live in 2021?", "then"],
    ["Where did I live before I moved to Rome?", "then"],
    ["When did I live in Berlin?", "then"],
    ["How long did I live in Berlin?", "then"],
    ["What was my second job?", "former"],
    ["Wo habe ich früher gewohnt?", "former"],
    ["Wo habe ich gewohnt, bevor ich umgezogen bin?", "then"],
    ["Wie hat sich meine Ernährung verändert?", "change"],
    ["¿Dónde vivía antes?", "former"],
    ["¿Dónde vivía en 2021?", "then"],
  ])("%s", (question, about) => {
    expect(read(question).about).toBe(about);
  });

  test.each([
    "Where do I live?",
    "What is my first name?",
    "How old is my son?",
    "What's my old friend Tom doing?",
    "What was the name of my dog?",
    "Have I been to Rome before?",
    "Did I tell you about my dog before?",
    "What did I say about it in our previous chat?",
    "What should I do before I fly to Rome?",
    "How do I change my password?",
    "How long have I lived in Rome?",
    "Which technique does Tim use to prepare for a test?",
    "Do I still eat meat?",
    "When did I adopt Rex?",
    "Who looks after my cat?",
    "What time did we agree to meet for dinner?",
    "Recommend a restaurant like the one where I was last week",
    "I was born in 1990, suggest some music",
    "I used to live in Rome. Where can I eat tonight?",
    "What did I eat today?",
    "Was habe ich dir früher über meine Arbeit erzählt?",
    "Wie heißt mein erster Sohn?",
    "Was muss ich vor der Reise erledigen?",
    "¿Qué te dije antes sobre mi trabajo?",
    "¿Qué debo hacer antes de viajar?",
    "¿Cómo se llama mi perro?",
  ])("not %s", (question) => {
    expect(read(question).about).toBe("now");
  });
});

test.each([
  ["Which novel did I read first?", "first", false],
  ["What is the latest novel I read?", "last", false],
  ["Wo war mein letzter Urlaub?", "last", false],
  ["¿Cuál fue mi último viaje?", "last", false],
  ["Where do I work now?", "last", true],
  ["Where did I live before I moved to Rome?", "last", true],
  ["What did I do after the wedding?", "first", true],
])("%s asks for the %s", (question, end, isImplied) => {
  expect(read(question).order).toEqual({ end, place: 1, isImplied });
});

test("an ordinal asks for a place from the first on", () => {
  expect(read("What was my second job?").order).toMatchObject({ end: "first", place: 2 });
  expect(read("¿Cuál fue mi tercer viaje?").order).toMatchObject({ end: "first", place: 3 });
  expect(read("Do I like the second album?").order).toBeUndefined();
});

test.each([
  "How long did the storm last?",
  "What did I do last week?",
  "What did I do the week before last?",
  "Where do I live?",
])("%s asks for no order", (question) => {
  expect(read(question).order).toBeUndefined();
});

test.each([
  ["Where did I live before I moved to Rome?", "before", "I moved to Rome", false],
  ["When I lived in Rome, where did I work?", "during", "I lived in Rome", true],
  ["What did I buy after the wedding?", "after", "the wedding", false],
  ["Was war mein Beruf, bevor ich Lehrer wurde?", "before", "ich Lehrer wurde", false],
  ["¿Dónde vivía cuando trabajaba en el hotel?", "during", "trabajaba en el hotel", true],
  ["Where was I when Ann died?", "during", "Ann died", false],
  ["Where was I when Ann was born?", "during", "Ann was born", false],
  ["Where did I work at the time we got engaged?", "during", "we got engaged", false],
  ["Was habe ich vor dem Umzug nach Rom verkauft?", "before", "Umzug nach Rom", false],
  ["Vor dem Umzug nach Rom, wo habe ich gewohnt?", "before", "Umzug nach Rom", false],
  ["wo war ich nach dem umzug nach rom?", "after", "umzug nach rom", false],
  ["¿A dónde fuimos después de casarnos?", "after", "casarnos", false],
  ["What did I do on my birthday weekend?", "yearly", "my birthday", false],
  ["Was habe ich an meinem Geburtstag gemacht?", "yearly", "meinem Geburtstag", false],
  ["¿Qué hice en el fin de semana de mi cumpleaños?", "yearly", "mi cumpleaños", false],
])("%s is anchored", (question, relation, words, isLasting) => {
  expect(read(question).anchor).toMatchObject({ relation, words, isLasting });
});

test("a name alone is looked for together with what is asked of it", () => {
  const question = "Where did I live before Rome?";
  expect(read(question).anchor?.words).toBe(question);
});

test("two events are an anchor of what lies between them", () => {
  const between = { relation: "between", words: "my wedding", untilWords: "the race" };
  expect(read("What did I buy between my wedding and the race?").anchor).toMatchObject(between);
  expect(read("What did I choose between tea and coffee?").anchor).toBeUndefined();
});

test("what lies right beside an event is close to it", () => {
  const close = read("What did I buy right after the race?").anchor;
  expect(close).toMatchObject({ isClose: true, rest: "What did I buy ?" });
  expect(read("What did I buy after the race?").anchor).toMatchObject({ isClose: false });
});

test("what is asked for at an event may be a state", () => {
  const lived = read("Where was I living when I got married?").anchor;
  expect(lived).toMatchObject({ asksForState: true });
  const felt = read("What did I feel when I got married?").anchor;
  expect(felt).toMatchObject({ asksForState: false });
});

test.each([
  "Which phone did I have before this one?",
  "What is her perspective on following dreams?",
  "After how many weeks did she answer?",
])("there is no anchor in %j", (question) => {
  expect(read(question).anchor).toBeUndefined();
});

test("what is looked for are words that name no time", () => {
  expect(read("What did I say about tea last week?").topic).toBe("What did I say about tea ?");
  expect(read("Which tea did I buy in May 2024?").topic).toBe("Which tea did I buy in ?");
  expect(read("Which tea did I use to like?").topic).toBe("Which tea did I like?");
  expect(read("What do I like to do in summer?").topic).toBe("What do I like to do in summer?");
});

test("where a question names nothing but a time, what is looked for is its month", () => {
  expect(read("What did I do last week?")).toMatchObject({ topic: "June 2026", isOnlyTime: true });
  expect(read("What did Ann do last week?")).toMatchObject({
    topic: "Ann June 2026",
    isOnlyTime: true,
  });
});

test("what is asked for is nothing but a time in words with accents, too", () => {
  expect(read("¿Qué pasó la semana pasada?")).toMatchObject({ isOnlyTime: true });
});
