/** What an answer is made of. */
export interface Heard {
  /** What the user said last. */
  said: string;
  /** The memories in the prompt. */
  recalled: readonly string[];
  /** What tools answered since the user spoke. */
  results: readonly string[];
}

/** What a model answers: a text, or the call of a tool. */
export type Answer =
  | { type: "text"; text: string }
  | { type: "call"; name: string; args: Record<string, string> };

/** What to type, and what comes of it: shown to the person, because nobody can guess rules. */
export const UNDERSTANDS: readonly (readonly [typed: string, effect: string])[] = [
  ["note: …", "keeps a note, word for word"],
  ["what do my notes say about …?", "looks for notes"],
  ["mail NAME: …", "sends a mail, when you approve of it"],
  ["anything else", "is answered with what is remembered of you"],
];

const NOTE = /^(?:please )?note(?: down)?[:,]?\s+(?<text>.+)/is;
const FIND = /\bnotes?\b.*?\babout (?<query>.+?)[?.!]*$/is;
const MAIL = /^(?:please )?mail (?<to>[\p{L}\d@._-]+?)[:,]?\s+(?<text>.+)/isu;
const QUESTION =
  /\?\s*$|^\s*(?:what|where|who|when|which|why|how|do|does|did|is|are|am|can|could|should|would|tell me|suggest)\b/i;

/** An answer by rules: no model, no network. What the rules do not find in the prompt they do not know. */
export function answerByRules({ said, recalled, results }: Heard): Answer {
  if (results.length > 0) return tell(results.join(" "));
  const text = said.trim();
  const found = FIND.exec(text)?.groups;
  if (found) return { type: "call", name: "find_notes", args: { ...found } };
  const note = NOTE.exec(text)?.groups;
  if (note) return { type: "call", name: "save_note", args: { ...note } };
  const mail = MAIL.exec(text)?.groups;
  if (mail) return { type: "call", name: "send_mail", args: { ...mail } };
  return tell(QUESTION.test(text) ? answerQuestion(recalled) : takeIn(recalled));
}

function tell(text: string): Answer {
  return { type: "text", text };
}

function answerQuestion(recalled: readonly string[]): string {
  if (recalled.length === 0) return "I do not know that yet. Tell me, and I will remember it.";
  return `From what I remember: ${recalled.join("; ")}.`;
}

function takeIn(recalled: readonly string[]): string {
  if (recalled.length === 0) return "I see, and I keep it in mind.";
  return `I see. Until now I remembered: ${recalled.join("; ")}.`;
}
