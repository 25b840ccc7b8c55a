import type { PageEvent, WirePanel } from "../../wire.ts";

/** What a page asks of a server. */
export interface Talk {
  /** Sends a message, and gives the stream of its answer as text. */
  say(text: string, options?: { sessionId?: string; signal?: AbortSignal }): Promise<Response>;
  get(path: string, query?: Record<string, string>): Promise<Response>;
  send(
    method: string,
    path: string,
    options?: { query?: Record<string, string>; body?: unknown },
  ): Promise<Response>;
  panel(query?: Record<string, string>): Promise<WirePanel>;
  /** The first events that the user's pages are told, as many as asked for. */
  events(count: number): Promise<PageEvent[]>;
}

/** A user in front of a server. */
export function talk(url: string, userId: string): Talk {
  const address = (path: string, query: Record<string, string> = {}) =>
    `${url}${path}?${new URLSearchParams({ userId, ...query }).toString()}`;

  const self: Talk = {
    async say(text, { sessionId = "s1", signal } = {}) {
      const message = { id: "m1", role: "user", parts: [{ type: "text", text }] };
      return fetch(`${url}/api/chat`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ userId, sessionId, messages: [message] }),
        ...(signal && { signal }),
      });
    },
    get: async (path, query) => fetch(address(path, query)),
    send: async (method, path, { query, body = {} } = {}) =>
      fetch(address(path, query), {
        method,
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    panel: async (query) => readJson<WirePanel>(self.get("/api/memories", query)),
    async events(count) {
      const events: PageEvent[] = [];
      const left = new AbortController();
      const response = await fetch(address("/api/events"), { signal: left.signal });
      const lines = response.body?.pipeThrough(new TextDecoderStream()) ?? new ReadableStream();
      for await (const chunk of lines) {
        for (const [, data = ""] of chunk.matchAll(/^data: (.*)$/gm)) {
          events.push(JSON.parse(data) as PageEvent);
        }
        if (events.length >= count) break;
      }
      left.abort();
      return events;
    },
  };
  return self;
}

/** The body of a response. */
export async function readJson<BODY>(response: Promise<Response>): Promise<BODY> {
  return (await (await response).json()) as BODY;
}

/** What an answer says, put together from its stream. */
export function readAnswer(stream: string): string {
  return Array.from(stream.matchAll(/^data: (\{.*\})$/gm), ([, data = ""]) => JSON.parse(data))
    .filter(({ type }) => type === "text-delta")
    .map(({ delta }) => delta as string)
    .join("");
}
