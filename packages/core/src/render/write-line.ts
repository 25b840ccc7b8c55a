import type { ExchangeMatch, MemoryRecord, Origin, TextMessage } from "../record.ts";
import { toDay } from "../to-day.ts";
import { escapeText, unescapeText } from "./escape-text.ts";

/** What is said of words that are not the user's or a person's own, so that a model can weigh them. */
const SOURCES: Readonly<Record<Origin, string>> = {
  user: "",
  person: "",
  assistant: "; said by the assistant",
  tool: "; from a tool",
  document: "; from a document",
};

/**
 * A memory on its line: the text, then in parentheses from when it is true, until when, whether it
 * is so no longer, and whose words it is unless they are the user's. An event has its day.
 */
export function writeMemory({
  memory,
  kind,
  status,
  validFrom,
  validTo,
  origin,
}: MemoryRecord): string {
  const since = kind === "event" ? "" : "since ";
  const until = validTo ? ` until ${toDay(validTo)}` : "";
  const fate = status === "current" ? "" : `; ${status}`;
  return `- ${escapeText(memory)} (${since}${toDay(validFrom)}${until}${fate}${SOURCES[origin]})`;
}

/** What was said in an exchange on its line: the words, then in parentheses who said them, and when. */
export function writeExchange({ excerpt, messages, at }: ExchangeMatch): string {
  const message = messages.find(({ content }) => content.includes(excerpt));
  const speaker = message ? `${writeSpeaker(message)}, ` : "";
  return `- ${escapeText(excerpt)} (${speaker}${toDay(at)})`;
}

/** The line above the memories about somebody. */
export function writeHeading(subject: string): string {
  return `About ${escapeText(subject)}:`;
}

/** The words on a line of a block, of whatever version; `undefined` when it is none of somebody's words. */
export function readWords(line: string): string | undefined {
  const words = LINE.exec(line)?.[1];
  return words === undefined ? undefined : unescapeText(words);
}

/** A mark holds no parentheses, so that each place is tried once: linear time on whatever line. */
const LINE =
  /^- (.*) \((?:since |(?:system|user|assistant|tool|document)[^()]*, )?[\d+-]+(?: until [\d+-]+)?(?:; [a-z ]+)*\)$/;

function writeSpeaker({ role, name }: TextMessage): string {
  return name === undefined ? role : `${role} ${escapeText(name.replace(/[()]/g, ""))}`;
}
