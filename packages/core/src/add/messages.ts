import type { TextMessage } from "../record.ts";

/**
 * Messages as lines of JSON, one each: a line break inside of a message stays inside of its line,
 * so no text can open a turn of its own.
 */
export function renderMessageLines(messages: readonly TextMessage[]): string {
  return messages
    .map(({ role, content, name }) =>
      JSON.stringify(name ? { role, name, content } : { role, content }),
    )
    .join("\n");
}

/** The messages of `renderMessageLines`; lines of another form are passed over. */
export function readMessageLines(text: string): TextMessage[] {
  return text.split("\n").flatMap((line) => {
    if (!line.startsWith('{"role":')) return [];
    return [JSON.parse(line) as TextMessage];
  });
}
