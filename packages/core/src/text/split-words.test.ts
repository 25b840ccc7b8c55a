import { expect, test } from "vitest";
import { splitWords } from "./split-words.ts";
import { wordsOf } from "./words-of.ts";

test.each([
  ["Anna's dog isn't here", ["anna", "dog", "isn't", "here"]],
  ["Größe, CAFÉ, naïve, Øre", ["grosse", "cafe", "naive", "ore"]],
  ["e-mail: a.b@c.de!", ["e", "mail", "a.b", "c.de"]],
  ["ｆｕｌｌ　ｗｉｄｔｈ １２３", ["full", "width", "123"]],
  ["L’ami d'Anne, dell'anno, qu'elle", ["ami", "anne", "anno", "elle"]],
  ["O'Brien and they've", ["o'brien", "and", "they"]],
  ["İstanbul'da kış, ILIK", ["istanbul", "kis", "ilik"]],
  ["ещё, мой", ["еще", "мои"]],
  ["сім'я, комп’ютер", ["сім'я", "комп'ютер"]],
  ["الإسكندرية أُمّي عــربي ٢٠٢٤", ["الاسكندريه", "امي", "عربي", "2024"]],
  ["हिन्दी ज़रूर माँ १२", ["हिंदी", "जरूर", "मां", "12"]],
  ["", []],
  ["?!", []],
])("the words of %j", (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test("vowel signs of Hindi and Thai are kept", () => {
  expect(wordsOf("किताब")).toEqual(["किताब"]);
  expect(wordsOf("น้ำ")).not.toEqual(wordsOf("นา"));
});

test("Chinese is read by words, characters and pairs of them, Korean by words and pairs", () => {
  expect(wordsOf("我喜欢")).toEqual(["我", "喜欢", "我", "喜", "欢", "我喜", "喜欢"]);
  expect(wordsOf("서울 여행")).toEqual(["서울", "서울", "여행", "여행"]);
});

test("words keep the accents that stemmers ask for", () => {
  expect(splitWords("Opérée").map(({ written }) => written)).toEqual(["opérée"]);
});

test("a megabyte without a break is read in moments, up to where it matters", () => {
  expect(wordsOf("a".repeat(1_000_000)).join("").length).toBeLessThanOrEqual(20_000);
});
