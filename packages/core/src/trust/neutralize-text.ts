import { dropInvisible } from "../text/drop-invisible.ts";

/**
 * Somebody's words as they may stand in a prompt: nothing in them is hidden, reorders what is shown,
 * or has the form of a prompt's own structure. Lines stay lines. Linear in time, and the same again
 * when applied again.
 *
 * What looks like structure keeps its letters: one character of it becomes its full-width twin, `<|`
 * the harmless `＜|`. People and models read it as before, no tokenizer takes it for a special token,
 * and `normalizeForComparison` holds both for the same, so that quotes of it are found.
 *
 * For prompts and blocks only: what is stored and shown to people stays as it was said.
 */
export function neutralizeText(text: string): string {
  const shown = dropInvisible(text.toWellFormed())
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n")
    // Control characters, line ends and tabs excepted.
    .replace(/[^\P{Cc}\n\t]/gu, " ");
  return STRUCTURE.reduce((safe, form) => safe.replace(form, toFullWidth), shown);
}

/**
 * Somebody's words on one line of a prompt: nothing in them is hidden, reorders what is shown, or has
 * the form of a prompt's own structure, and they cannot begin a line of their own.
 */
export function neutralizeLine(text: string): string {
  return neutralizeText(text).replace(/\s+/g, " ").trim();
}

/** Who speaks, in transcripts and in agents' logs. */
const SPEAKER =
  "(?:system|developer|user|human|assistant|ai|tool|function|action|observation|thought)" +
  "(?: (?:prompt|message|input|call|result|response|output))?";

/** The first key of messages and calls of tools as JSON. */
const KEY =
  '"(?:role|type|name|tool|tool_name|tool_calls|function|function_call|recipient_name|arguments|parameters|input)"';

/** The one character that makes a form of structure what it is. Nothing is scanned twice. */
const STRUCTURE: readonly RegExp[] = [
  // Tags, opening and closing, and special tokens: <|im_start|>, <<SYS>>, <start_of_turn>, <｜User｜>.
  /<(?=[\p{L}_/|｜!?<])/gu,
  // [INST], [/INST], [TOOL_CALLS], [SYSTEM_PROMPT].
  /\[(?=\/?(?:inst|(?:sys|user|assistant|tool|available_tools)[a-z_]*)\s*\])/gi,
  // "Human:" and "**System prompt:**" where a line begins.
  new RegExp(`(?<=^[^\\S\\n]*[>*_~-]*[^\\S\\n]*${SPEAKER}[*_]*[^\\S\\n]*):`, "gim"),
  // "# Heading", "###Instruction".
  /(?<=^[^\S\n]*)#(?=[#\s]|$)/gm,
  // Lines of dashes or equals signs: rules, front matter and underlines of headings.
  /(?<=^[^\S\n]*)[=-](?=[=-]{2,}[^\S\n]*$)/gm,
  new RegExp(`\\{(?=\\s*${KEY}\\s*:)`, "g"),
];

/** The full-width form of an ASCII character (Unicode, Halfwidth and Fullwidth Forms). */
function toFullWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
}
