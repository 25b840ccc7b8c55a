import type { SummaryInput } from "../../../summary/summarize-session.prompt.ts";
import { analyzeText } from "../../../text/analyze-text.ts";
import { splitWords } from "../../../text/split-words.ts";
import { splitSentences } from "../text/split-sentences.ts";

const LONGEST_SUMMARY = 150;
/** Beyond these, a conversation is summed up by its latest part. */
const MOST_MESSAGES = 200;
const MOST_SENTENCES = 400;
const LONGEST_SENTENCE = 40;

/** How much each speaker's words count: users tell, assistants mostly ask and repeat. */
const WEIGHT = { summary: 1.2, user: 1, assistant: 0.5 } as const;

interface Candidate {
  readonly text: string;
  readonly weight: number;
  /** How many words it has; white space does not divide those of every script. */
  readonly length: number;
  readonly stems: readonly string[];
}

/**
 * A summary made of sentences that were said: those of the summary so far and of the messages since
 * that tell most, oldest first, in at most 150 words.
 */
export function summarizeMessages({ summary = "", messages }: SummaryInput): string {
  const candidates = [
    ...toCandidates(summary, WEIGHT.summary),
    ...messages
      .slice(-MOST_MESSAGES)
      .flatMap(({ role, content }) =>
        role === "user" || role === "assistant" ? toCandidates(content, WEIGHT[role]) : [],
      ),
  ].slice(-MOST_SENTENCES);
  const chosen = choose(candidates);
  return candidates
    .filter((candidate) => chosen.has(candidate))
    .map(({ text }) => text)
    .join(" ");
}

function toCandidates(content: string, weight: number): Candidate[] {
  return splitSentences(content).map(({ quote }) => {
    const text = quote.replace(/\s+/g, " ").split(" ").slice(0, LONGEST_SENTENCE).join(" ");
    return {
      text: /\p{Sentence_Terminal}["')\]」』”）]*$|…$/u.test(text) ? text : `${text}.`,
      weight: /[?？؟]$/.test(text) ? weight / 2 : weight,
      length: splitWords(text).length,
      stems: analyzeText(text).stems,
    };
  });
}

/** The sentences that say most that is not said yet, until the summary is full. */
function choose(candidates: readonly Candidate[]): ReadonlySet<Candidate> {
  const chosen = new Set<Candidate>();
  const told = new Set<string>();
  let words = 0;
  const gain = ({ stems, weight, text }: Candidate) => {
    const news = new Set(stems.filter((stem) => !told.has(stem))).size;
    const figures = text.match(/\d+|(?<=\s)\p{Lu}\p{L}+/gu)?.length ?? 0;
    return weight * (news + Math.min(figures, 3));
  };
  for (;;) {
    const open = candidates.filter(
      (candidate) => !chosen.has(candidate) && words + candidate.length <= LONGEST_SUMMARY,
    );
    const [first, ...others] = open;
    if (!first) return chosen;
    const best = others.reduce((a, b) => (gain(b) > gain(a) ? b : a), first);
    if (gain(best) <= 1 && chosen.size > 0) return chosen;
    chosen.add(best);
    words += best.length;
    for (const stem of best.stems) told.add(stem);
  }
}
