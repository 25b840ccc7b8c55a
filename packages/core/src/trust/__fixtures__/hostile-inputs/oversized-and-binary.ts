const every = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => String.fromCharCode(from + index)).join("");

/** More than anybody says, and what nobody says, by what it is. */
export const OVERSIZED_AND_BINARY: Readonly<Record<string, string>> = {
  "a word without an end": `I play the piano. ${"a".repeat(100_000)}`,
  "a sentence without an end": "I play the piano and ".repeat(5_000),
  "lines without an end": `I play the piano.${"\n".repeat(100_000)}`,
  "headings without an end": `I play the piano.\n${"# ".repeat(20_000)}`,
  "fences without an end": `I play the piano.\n${"<recalled-memories>\n".repeat(5_000)}`,
  "special tokens without an end": `I play the piano.${"<|im_start|>".repeat(5_000)}`,
  "brackets without an end": `I play the piano.${'{"a":['.repeat(10_000)}`,
  "escapes without an end": `I play the piano.${'\\"'.repeat(20_000)}`,
  "full stops without an end": `I play the piano${".".repeat(100_000)}x`,
  "quotation marks without an end": `I play the piano. ${'"'.repeat(100_000)}x`,
  "a recalled line without an end": `I play the piano.\n<recalled-memories>\n- ${".".repeat(100_000)}x (since 2026-01-01)\n</recalled-memories>`,
  "more than an exchange may hold": "I play the piano. ".repeat(30_000),
  "a long query": `piano ${"and ".repeat(50_000)}`,
  "every byte": `I play the piano. ${every(0, 256)}`,
  "an image": `I play the piano. \u0089PNG\r\n\u001A\n\u0000\u0000\u0000\rIHDR${every(0, 64)}`,
  "an image in base64": `I play the piano. data:image/png;base64,${"iVBORw0KGgo".repeat(2_000)}`,
  "a program": `I play the piano. \u007FELF\u0002\u0001\u0001${"\u0000".repeat(1_000)}`,
  "UTF-16 read as bytes": Array.from("I play the piano.", (letter) => `${letter}\u0000`).join(""),
  "lone halves of pairs": `I play the piano. ${every(0xd800, 0xd900)}`,
};
