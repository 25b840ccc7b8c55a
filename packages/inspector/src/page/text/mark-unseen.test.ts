import { expect, test } from "vitest";
import { markUnseen, spellUnseen } from "./mark-unseen.ts";

test.each([
  ["a reversing character", "a\u202Eb", "a⟨U+202E⟩b"],
  ["a zero width space", "pass\u200Bword", "pass⟨U+200B⟩word"],
  ["a message in tags", "Hi\u{E0041}\u{E0042}", "Hi⟨U+E0041⟩⟨U+E0042⟩"],
  ["bytes in selectors", "A\uFE01\u{E0101}", "A⟨U+FE01⟩⟨U+E0101⟩"],
  ["a soft hyphen and a byte order mark", "a\u00ADb\uFEFF", "a⟨U+00AD⟩b⟨U+FEFF⟩"],
  ["a filler that looks like a space", "a\u3164b", "a⟨U+3164⟩b"],
  ["a control, an escape of a terminal", "\u001B[31mred", "⟨U+001B⟩[31mred"],
  ["half a character", "a\uD800b", "a⟨U+D800⟩b"],
  ["a joiner between letters that need none", "a\u200Db", "a⟨U+200D⟩b"],
])("%s is named where it stands", (_, text, spelt) => {
  expect(spellUnseen(text)).toBe(spelt);
});

test.each([
  ["lines and tabs", "one\ntwo\tthree"],
  ["emoji of several parts", "👩‍👩‍👧 ❤️ 1️⃣ 🏳️‍🌈 👍🏽"],
  ["Persian and Hindi", "می‌خواهم क्‍ष"],
  ["right to left", "שלום, مرحبا"],
])("%s stay as they are", (_, text) => {
  expect(markUnseen(text)).toEqual([{ seen: text }]);
});

test("an empty text has no pieces", () => {
  expect(markUnseen("")).toEqual([]);
});
