import { CLOSING, OPENING } from "./fence.ts";
import { readWords } from "./write-line.ts";

/**
 * A text without the blocks of `renderMemories` in it, and the words that those held: memories and
 * exchanges, in blocks of earlier releases too, as chat histories keep them.
 */
export function separateRecalled(text: string): { said: string; recalled: string[] } {
  const said: string[] = [];
  const recalled: string[] = [];
  let block: string[] | undefined;
  for (const line of text.split("\n")) {
    if (block === undefined && line.trim() === OPENING) {
      block = [line];
    } else if (block !== undefined && line.trim() === CLOSING) {
      recalled.push(...block.flatMap((one) => readWords(one.trim()) ?? []));
      block = undefined;
    } else {
      (block ?? said).push(line);
    }
  }
  // A fence that never closes is not one of ours.
  return { said: [...said, ...(block ?? [])].join("\n"), recalled };
}
