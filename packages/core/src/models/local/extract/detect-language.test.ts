import { expect, test } from "vitest";
import { detectLanguage } from "./detect-language.ts";

test.each([
  ["Caminé mucho", "es"],
  ["Café solo", "es"],
  ["école", undefined],
  ["J’habite à Lyon", "other"],
])("%s is of %s", (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});
