import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Memory } from "@palimpsest/core";
import { z } from "zod";

/** A memory behind the HTTP interfaces that published adapters talk to. */
export interface MemoryServer extends AsyncDisposable {
  readonly url: string;
  /** Resolves when the next exchange was taken in: some adapters tell nobody when they have sent it. */
  nextAddition(): Promise<void>;
}

/** As many as the services give by default. */
const RESULTS = 10;

const turns = z.array(z.looseObject({ role: z.enum(["user", "assistant"]), content: z.unknown() }));
const searchByMem0 = z.looseObject({
  query: z.string(),
  filters: z.looseObject({ user_id: z.string() }),
});
const addByMem0 = z.looseObject({
  messages: z.array(z.looseObject({ role: z.string(), content: z.unknown() })),
  user_id: z.string(),
});
const searchBySupermemory = z.looseObject({ q: z.string().optional(), containerTag: z.string() });
const addBySupermemory = z.looseObject({ messages: turns, containerTags: z.tuple([z.string()]) });

/**
 * Serves a memory as mem0 and supermemory do, as far as their adapters for the AI SDK ask: the same
 * work is done for each, so that what differs is the adapter. Additions are answered when they are
 * durable, and processed behind the answer, as both services do.
 */
export async function startMemoryServer(memory: Memory): Promise<MemoryServer> {
  let next = Promise.withResolvers<void>();
  const search = async (query: string, userId: string) => {
    const { results } = await memory.search(query.trim(), { userId, limit: RESULTS });
    return results.map(({ id, memory: words, score }) => ({
      id,
      memory: words,
      score,
      similarity: score,
    }));
  };
  const add = async (messages: readonly { role: string; content: unknown }[], userId: string) => {
    const said = messages.flatMap(({ role, content }) =>
      role === "user" || role === "assistant" ? [{ role, content: toText(content) } as const] : [],
    );
    const { report } = await memory.add(said, { userId, mode: "background" });
    next.resolve();
    next = Promise.withResolvers();
    return { id: report.episodeId, status: "queued" };
  };
  const routes: Readonly<Record<string, (body: unknown) => Promise<unknown>>> = {
    "POST /v3/memories/search/": async (body) => {
      const { query, filters } = searchByMem0.parse(body);
      return { results: await search(query, filters.user_id) };
    },
    "POST /v3/memories/add/": async (body) => {
      const { messages, user_id } = addByMem0.parse(body);
      return add(messages, user_id);
    },
    "POST /v4/profile": async (body) => {
      const { q, containerTag } = searchBySupermemory.parse(body);
      const results = q === undefined ? [] : await search(q, containerTag);
      return {
        profile: { static: [], dynamic: [] },
        searchResults: { results, total: results.length },
      };
    },
    "POST /v4/conversations": async (body) => {
      const { messages, containerTags } = addBySupermemory.parse(body);
      return add(messages, containerTags[0]);
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const route = routes[`${request.method} ${request.url}`];
    try {
      if (route === undefined) throw new Error(`Unknown: ${request.method} ${request.url}`);
      const answer = await route(JSON.parse(await text(request)));
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  }

  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    nextAddition: () => next.promise,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function toText(content: unknown): string {
  if (typeof content === "string") return content;
  const parts = z.array(z.looseObject({ text: z.string().optional() })).parse(content);
  return parts.flatMap((part) => part.text ?? []).join("\n");
}
