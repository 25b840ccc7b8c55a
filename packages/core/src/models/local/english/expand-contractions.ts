type Rewrite = readonly [pattern: RegExp, replacement: string];

/** Where a word begins or ends. `\b` holds "ñ" and "ç" for no letters: to it "Iguaçu" ends in the word "u". */
const EDGE = String.raw`(?:(?<![\p{L}\p{N}_])(?=[\p{L}\p{N}_])|(?<=[\p{L}\p{N}_])(?![\p{L}\p{N}_]))`;

// Chat spelling first: people leave out apostrophes and capitals, and both carry the grammar.
const SPELLINGS: readonly Rewrite[] = [
  [/\bi\b(?!\.e)/g, "I"],
  [/\b[Ii]'?m\b/g, "I am"],
  [/\bIm\b/g, "I am"],
  [/\b[Ii]'?ve\b/g, "I have"],
  [/\bI'd (?=(?:been|had|gone|done|better|never|already)\b)/g, "I had "],
  [/\b(?:i'd|I'd|id(?= (?:like|love|rather|prefer)\b))/g, "I would"],
  [/\b[Ii]'ll\b/g, "I will"],
  [/\b(can)(?:not|'?t)\b/gi, "$1 not"],
  [/\b(w)on'?t\b/gi, "$1ill not"],
  [/\b(do|does|did|is|are|was|were|have|has|had|would|could|should)n'?t\b/gi, "$1 not"],
  [
    /\b(he|she|it|that|there|what|who|where|how|here|name|\w+y)'s (?=(?:been|got|had)\b)/gi,
    "$1 has ",
  ],
  [/\b(he|she|it|that|there|what|who|where|how|here|name)'s\b/gi, "$1 is"],
  [
    /\b(\w+)'s (?=(?:a|an|the|not|called|named|allergic|vegan|vegetarian|from|in|at|on|my|our|really|very|\w+ing(?! (?:lessons?|class(?:es)?|club|practice|session|test|pool|teacher|course|kit|gear)\b)|\d+)\b)/g,
    "$1 is ",
  ],
  [/\b(we|they|you)'re\b/gi, "$1 are"],
  [/\b(we|they|you)'ve\b/gi, "$1 have"],
  [/\b(we|they|you|he|she|it|that)'ll\b/gi, "$1 will"],
  [/\b(we|they|you|he|she|it)'d\b/gi, "$1 would"],
  [/\bgonna\b/gi, "going to"],
  [/\bwanna\b/gi, "want to"],
  [/\bgotta\b/gi, "have to"],
  [/\b(?:cuz|coz|'cause|bc)\b/gi, "because"],
  [/\b(?:pls|plz)\b/gi, "please"],
  [/\bw\/ ?(?=\w)/g, "with "],
  [/\b(\d+) ?yrs?\b/gi, "$1 years"],
  [/\byour (?=(?:[\w-]+ ){0,2}(?:plan|tier|package|subscription)\b)/gi, "the "],
  [/\bu\b/g, "you"],
  [/\bur\b/g, "your"],
  [/\b(kind|sort)a\b/gi, "$1 of"],
  [/\bany ?more\b/gi, "anymore"],
  [
    /\b(have|has) got (?!(?:married|engaged|divorced|promoted|used|stuck|better|worse|back)\b)/g,
    "$1 ",
  ],
  [
    /\bI do (?=(?:\w+ly )?(?:like|love|enjoy|have|eat|drink|play|work|live|speak|own|prefer)\b)/g,
    "I ",
  ],
];

const REWRITES = SPELLINGS.map(
  ([{ source, flags }, by]) =>
    [new RegExp(source.replaceAll("\\b", EDGE), `${flags}u`), by] as const,
);

/** English with its contractions and its chat spelling written out: "I don't" as "I do not". */
export function expandContractions(text: string): string {
  return REWRITES.reduce((rest, [pattern, by]) => rest.replace(pattern, by), text);
}
