import { expect, test } from "vitest";
import { detectLanguage } from "./detect-language.ts";

test.each([
  ["Caminé mucho", "es"],
  ["Café solo", "es"],
  ["école", undefined],
])("%s is of %s", (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});
