/** What is done with a stream that passes. */
export interface StreamTap<PART> {
  /** Each part, before it is passed on as what this gives. */
  pass(part: PART): PART;
  /** The end: it closed or failed, or nobody wants to read on. */
  end(how: "closed" | "failed" | "cancelled"): void;
}

/**
 * The same stream, of which somebody is told. It reads on only when it is read, passes on what it does not know, and
 * hands a cancellation through.
 */
export function tapStream<PART>(
  stream: ReadableStream<PART>,
  tap: StreamTap<PART>,
): ReadableStream<PART> {
  const reader = stream.getReader();
  return new ReadableStream<PART>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) {
            controller.enqueue(tap.pass(value));
            return;
          }
          tap.end("closed");
          controller.close();
        } catch (error) {
          tap.end("failed");
          controller.error(error);
        }
      },
      async cancel(reason) {
        tap.end("cancelled");
        await reader.cancel(reason);
      },
    },
    // Nothing is read ahead: the reader sets the pace of the provider.
    { highWaterMark: 0 },
  );
}
