import type { TextMessage } from "../record.ts";
import { neutralizeLine, neutralizeText } from "../trust/neutralize-text.ts";

/**
 * Messages as lines of JSON, one each: a line break inside of a message stays inside of its line,
 * so no text can open a turn of its own; and none has the form of structure.
 */
export function renderMessageLines(messages: readonly TextMessage[]): string {
  return messages
    .map(({ role, content: given, name }) => {
      const content = neutralizeText(given);
      return JSON.stringify(
        name ? { role, name: neutralizeLine(name), content } : { role, content },
      );
    })
    .join("\n");
}

/** The messages of `renderMessageLines`, as it shows them; lines of another form are passed over. */
export function readMessageLines(text: string): TextMessage[] {
  return text.split("\n").flatMap((line) => {
    if (!line.startsWith('{"role":')) return [];
    return [JSON.parse(line) as TextMessage];
  });
}
