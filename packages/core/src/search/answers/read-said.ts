import { readStoredMessages } from "../../episodes/exchange.ts";
import type { EpisodeRow } from "../../ports/stored-rows.ts";
import type { WordedMemory } from "../words/score-by-words.ts";
import { endsInQuestion } from "./ends-in-question.ts";
import type { TellsAnswer } from "./tells-answer.ts";

/** What the messages of an exchange are, for one query. */
export type SaidReader = (
  row: EpisodeRow,
) => Required<Pick<WordedMemory, "tellsAnswer" | "isAsked">>;

/** Reads the messages of exchanges, of each row once: memories are weighed by them, and they themselves. */
export function createSaidReader(tellsAnswer: TellsAnswer): SaidReader {
  const known = new Map<EpisodeRow, ReturnType<SaidReader>>();
  return (row) => {
    const said = known.get(row) ?? read(row);
    known.set(row, said);
    return said;
  };

  function read(row: EpisodeRow): ReturnType<SaidReader> {
    const texts = readStoredMessages(row).map(({ content }) => content);
    return { tellsAnswer: texts.some(tellsAnswer), isAsked: texts.every(endsInQuestion) };
  }
}
