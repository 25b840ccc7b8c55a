/**
 * A text without characters that nobody sees and models read: zero-width ones, Unicode's tags, marks
 * of direction, runs of variation selectors. Joiners and selectors stay where scripts and emoji need
 * them: at most one after each character that is seen.
 */
export function dropInvisible(text: string): string {
  return text.replace(INVISIBLE, "");
}

/** Scripts whose letters take other shapes beside a joiner. */
const JOINING =
  "Adlam Arabic Bengali Devanagari Gujarati Gurmukhi Kannada Khmer Malayalam Mongolian Myanmar Nko Oriya Sinhala Syriac Tamil Telugu";

const SHAPING = `[[${JOINING.split(" ")
  .map((script) => `\\p{Script=${script}}`)
  .join("")}]--\\p{Default_Ignorable_Code_Point}]`;

/** What is written with the help of an invisible character, which is the last one of the form. */
const WRITTEN: readonly string[] = [
  // Emoji shown as a picture or as text, keycaps, and emoji that are joined to the next.
  String.raw`\p{Extended_Pictographic}[\uFE0E\uFE0F]`,
  String.raw`[0-9#*]\uFE0F(?=\u20E3)`,
  String.raw`(?:\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})\u200D(?=\p{Extended_Pictographic})`,
  // Letters of Arabic and Indic scripts, joined or kept apart.
  String.raw`${SHAPING}[\u200C\u200D]`,
  // Variants of ideographs, in names for instance, and of Mongolian letters.
  String.raw`\p{Script=Han}[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`,
  String.raw`[\u1820-\u18AA][\u180B-\u180F]`,
];

const INVISIBLE = new RegExp(
  String.raw`[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]` +
    WRITTEN.map((form) => `(?<!${form})`).join(""),
  "gv",
);
