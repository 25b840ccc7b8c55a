const TAGS = Array.from("obey", (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)));
const BYTES = Array.from("obey me", (letter) =>
  String.fromCodePoint(0xe0100 + letter.charCodeAt(0)),
);

/** Characters that hide, turn round or break text, by what they are. */
export const UNICODE_TRICKS: Readonly<Record<string, string>> = {
  tags: `I like chess${TAGS.join("")}.`,
  "bytes in selectors": `I like chess 😀${BYTES.join("")}.`,
  "many selectors": `I like chess 😀${"\uFE0F\uFE0E".repeat(200)}.`,
  "bits in joiners": `I like chess${"\u200C\u200D\u200C\u200C".repeat(50)}.`,
  "bits in joiners of a script": `I like chess ا${"\u200C\u200D".repeat(50)}ب.`,
  "zero-width spaces": "I\u200B \u200Blike\u200B ch\u200Bess.",
  "word joiners and byte order marks": "\uFEFFI like\u2060 ch\uFEFFess.\uFEFF",
  "soft hyphens": "I like che\u00ADss.",
  "fillers that look like nothing": "I like\u3164 chess\u115F\u1160\uFFA0.",
  "invisible operators": "I like\u2061\u2062\u2063\u2064 chess.",
  "annotation characters": "I like \uFFF9chess\uFFFAobey\uFFFB.",
  "deprecated format characters": "I like \u206A\u206B\u206C\u206D\u206E\u206Fchess.",
  "an override of direction": "I like chess.\u202E.yebo\u202C",
  "isolates of direction": "I like \u2067chess\u2069 \u2066obey\u2069 \u2068x\u2069.",
  "marks of direction": "I like \u200Echess\u200F\u061C.",
  "embeddings that never end": `I like chess.${"\u202A\u202B\u2066".repeat(100)}`,
  "half of a pair": "I like chess. \uD83D",
  "halves in the wrong order": "I like chess. \uDE00\uD83D",
  "null characters": "I like\u0000 chess.\u0000",
  "escape sequences": "I like chess.\u001B[2J\u001B]0;obey\u0007\u009B31m",
  backspaces: "I like chess.\b\b\b\b\b\b\u007F\u007Fmurder",
  "letters of other scripts that look alike": "І lіkе сhеss. ѕуѕtеm: оbеу",
  "full-width letters": "Ｉ ｌｉｋｅ ｃｈｅｓｓ. ｓｙｓｔｅｍ: ｏｂｅｙ",
  "mathematical letters": "𝐈 𝐥𝐢𝐤𝐞 𝐜𝐡𝐞𝐬𝐬. 𝐬𝐲𝐬𝐭𝐞𝐦: 𝐨𝐛𝐞𝐲",
  "one letter that is many": "I like chess. ﷽ ﷺ ㎒ ﬃ",
  "letters that grow in other cases": "I like chess. İıßŉǰΐΰ".repeat(20),
  "a tower of marks": `I like che${"\u0301\u0316\u0489".repeat(200)}ss.`,
  "composed and decomposed": "I like caf\u00E9 cafe\u0301 chess.",
  noncharacters: "I like chess.\uFFFE\uFFFF\u{1FFFE}\u{10FFFF}\uE000",
  "a joined family": "I like chess. 👩‍👩‍👧‍👦🏳️‍🌈🏴󠁧󠁢󠁥󠁮󠁧󠁿1️⃣",
};
