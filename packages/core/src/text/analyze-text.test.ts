import * as fc from "fast-check";
import { expect, test } from "vitest";
import { analyzeText, termsOf } from "./analyze-text.ts";
import { LANGUAGES } from "./languages.ts";
import { splitWords } from "./split-words.ts";

function shared(a: string, b: string): string[] {
  const terms = termsOf(a);
  return termsOf(b).filter((term) => terms.includes(term));
}

test.each([
  ["User lives in Berlin", "Where did the user live?"],
  ["User is allergic to peanuts", "Any allergies?"],
  ["User bought a bicycle", "buying"],
  ["User's feet hurt", "foot"],
  ["User's favourite colour is grey", "favorite color"],
  ["Nutzer wohnt in Hamburg", "Wo wohnen die Nutzer?"],
  ["Nutzer nimmt Tabletten", "Was nehme ich ein?"],
  ["Usuario trabaja en un banco", "¿Dónde trabaja el usuario?"],
  ["Usuario sufrió dos operaciones", "operacion"],
  ["Usuario ha visto la película", "¿Qué veo?"],
  ["L'utilisateur peint des chats", "Que peins-tu ?"],
  ["L'utilisateur est né en juin", "naître"],
  ["L'utente abita a Roma", "Dove abiti?"],
  ["O usuário mora no Porto", "Onde moras?"],
  ["Gebruiker woont in Gent", "Waar woon ik?"],
  ["Пользователь изучает языки", "Какой язык я изучаю?"],
  ["Käyttäjä asuu talossa", "talo"],
  ["Felhasználó könyveket olvas", "könyv"],
  ["Користувач живе у Львові", "Де я живу?"],
  ["Kullanıcı kedisini seviyor", "kedi"],
  ["يسكن المستخدم في القاهرة", "أين أسكن؟"],
  ["اشترى المستخدم السيارة", "سيارتي"],
  ["उपयोगकर्ता किताबें पढ़ता है", "मेरी किताब"],
  ["उपयोगकर्ता को फ़िल्म पसंद है", "फिल्में"],
  ["사용자는 서울에서 산다", "서울"],
  ["我喜欢咖啡", "咖啡"],
  ["用户养了一只狗", "我养的狗叫什么"],
  ["ผู้ใช้ชอบกาแฟ", "กาแฟ"],
  ["ユーザーは東京に住んでいる", "東京"],
  ["ユーザーはコンピューターを使う", "コンピュータ"],
])("%j and %j share a term", (memory, question) => {
  expect(shared(memory, question)).not.toEqual([]);
});

test.each([
  ["User has two cats", "What pets does she have?"],
  ["User is vegetarian", "Which restaurant?"],
  ["User has a bicycle", "Welches Fahrrad habe ich?"],
  ["用户养了一只犬", "What is my dog called?"],
])("%j and %j share a topic and no word", (memory, question) => {
  const terms = shared(memory, question);
  expect(terms).not.toEqual([]);
  expect(terms.filter((term) => !term.startsWith("#"))).toEqual([]);
});

test.each([
  ["User lives in Berlin", "User likes jazz"],
  ["Nutzer mag Hunde", "Nutzer wohnt in Köln"],
  ["用户住在成都", "用户的生日是八月"],
  ["ผู้ใช้แพ้กุ้ง", "ผู้ใช้เลี้ยงแมว"],
])("%j and %j share nothing", (one, other) => {
  expect(shared(one, other)).toEqual([]);
});

test.each([
  ["Wohnungen", "Der Nutzer besitzt Wohnungen und ein Haus"],
  ["enfermedades", "El usuario tiene enfermedades"],
  ["studies", "User is interested in studies of birds"],
  ["города", "Пользователь любит города"],
])("%j alone, too short to tell its language, has the stem that it has in %j", (word, sentence) => {
  const { words, stems } = analyzeText(sentence);
  const stem = stems[words.indexOf(word.toLowerCase())];
  expect(stem).not.toBe(word.toLowerCase());
  expect(termsOf(word)).toContain(stem);
});

test("small words are passed over, unless there is nothing else", () => {
  expect(analyzeText("what is the user's name").words).toEqual(["name"]);
  expect(analyzeText("who are you").words).toEqual(["who", "are", "you"]);
  expect(analyzeText("Il est né").words).toEqual(["ne"]);
  // With the cedilla of old keyboards.
  expect(analyzeText("câini şi pisici").words).toEqual(["caini", "pisici"]);
});

test("where words are divided by spaces, each word of a topic is one", () => {
  const topics = LANGUAGES.filter(({ script }) => script.isSpaced).flatMap((language) =>
    Object.values(language.topics ?? {}).flatMap((words) => words.trim().split(/\s+/)),
  );
  expect(topics.filter((word) => splitWords(word).length !== 1)).toEqual([]);
});

test("every text has terms without white space, and a stem for each word", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const { words, stems } = analyzeText(text);
      expect(stems).toHaveLength(words.length);
      expect(termsOf(text).filter((term) => /\s/.test(term) || term === "")).toEqual([]);
    }),
    // A vowel sign of Arabic without its letter, an adjective that is Bulgarian or Russian, an ending of Greek.
    { examples: [["\uFCF2"], ["вкусен обяд"], ["ουςααμε"]] },
  );
});
