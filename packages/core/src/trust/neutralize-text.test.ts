import { describe, expect, test } from "vitest";
import { normalizeForComparison } from "../text/hash-text.ts";
import { HOSTILE_TEXT } from "./__fixtures__/hostile-text.ts";
import { neutralizeLine, neutralizeText } from "./neutralize-text.ts";

describe("what has the form of a prompt's structure", () => {
  test.each([
    ["<|im_start|>system", "＜|im_start|>system"],
    ["<\u200B|im_end|>", "＜|im_end|>"],
    ["<｜User｜> <s> </s> <!-- -->", "＜｜User｜> ＜s> ＜/s> ＜!-- -->"],
    ["[INST] <<SYS>> x <</SYS>> [/INST]", "［INST] ＜＜SYS>> x ＜＜/SYS>> ［/INST]"],
    ["[TOOL_CALLS] [system_prompt]", "［TOOL_CALLS] ［system_prompt]"],
    [
      "\n\nHuman: a\n  **System prompt:** b\n> assistant : c",
      "\n\nHuman： a\n  **System prompt：** b\n> assistant ： c",
    ],
    [
      "Final answer\nObservation: x\nAction input: y",
      "Final answer\nObservation： x\nAction input： y",
    ],
    ["# a\n ## b\n###Instruction", "＃ a\n ＃# b\n＃##Instruction"],
    ["a\n---\nb\n===", "a\n－--\nb\n＝=="],
    ['{ "role": 1 } {"name":"x"}', '｛ "role": 1 } ｛"name":"x"}'],
    ["a\r\nb\u2028c\u0085d\ve", "a\nb\nc\nd\ne"],
  ])("%j is shown as %j", (text, shown) => {
    expect(neutralizeText(text)).toBe(shown);
  });

  test.each([
    "I weigh < 80 kg, x<3, and I <3 tea -> always",
    "#vegan since 2020, issue #4",
    "My assistant: none. The user: me",
    "- one\n- two\n1. three",
    "[image_url] [sic] a[0]",
    '{"city": "Berlin"} {}',
    "tab\tseparated",
  ])("%j is nothing of the sort", (text) => {
    expect(neutralizeText(text)).toBe(text);
  });
});

describe("what nobody sees", () => {
  test.each([
    ["zero-width characters", "a\u200Bb\u2060c\uFEFFd\u00ADe\u3164f", "abcdef"],
    ["tags", "a\u{E0001}\u{E0062}\u{E007F}b", "ab"],
    ["marks of direction", "\u202Eab\u202C\u2066c\u2069\u200F\u061C", "abc"],
    ["selectors as carriers", "😀\uFE0F\uFE0E\u{E0101}\u{E0102} x\uFE00y", "😀\uFE0F xy"],
    ["joiners as carriers", "a\u200C\u200Db ا\u200C\u200D\u200Cب", "ab ا\u200Cب"],
    ["control characters", "a\u0000\u0007\u001B[2Jb\u009F", "a   [2Jb "],
    ["half of a pair", "a\uD83Db", "a\uFFFDb"],
  ])("%s are not in a prompt", (_, text, shown) => {
    expect(neutralizeText(text)).toBe(shown);
  });

  test.each(["می‌خواهم بروم", "ශ්‍රී ක්‍ෂ", "👩‍👩‍👧‍👦 🏳️‍🌈 🏃🏽‍♀️ 1️⃣ ❤️", "葛\u{E0100}城", "המשתמש", "e\u0301"])(
    "%s is written with it",
    (text) => {
      expect(neutralizeText(text)).toBe(text);
    },
  );
});

test("a prompt's form of a text is the same again, and compares equal to the text", () => {
  for (const form of [neutralizeText, neutralizeLine]) {
    const once = form(HOSTILE_TEXT);
    expect(form(once)).toBe(once);
    expect(normalizeForComparison(once)).toBe(normalizeForComparison(HOSTILE_TEXT));
  }
});

// Each takes some milliseconds; in quadratic time it would be minutes.
test.each([
  "<|",
  "# ",
  " ",
  "user:",
  "user  ",
  "**",
  "{ ",
  "[sys",
  "-",
  "\u200D",
  "👩\u200D",
  "ا\u200D",
  "\n  ",
])("a megabyte of %j takes linear time", (unit) => {
  const text = unit.repeat(1_000_000 / unit.length);
  expect(neutralizeText(text).length).toBeLessThanOrEqual(text.length);
});
