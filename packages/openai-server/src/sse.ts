/** One server-sent event. A `name` makes it a named one. */
export function serverSentEvent(data: object, name?: string): string {
  return `${name === undefined ? "" : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`;
}

/** The line that ends a stream of Chat Completions. */
export const STREAM_END = "data: [DONE]\n\n";
