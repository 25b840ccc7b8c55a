import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { Memory } from "@palimpsest/core";

/** A server that has a memory: what `httpMemory` talks to. */
export async function serveMemory(
  memory: Memory,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await json(request)) as {
      query: string;
      messages: Parameters<Memory["add"]>[0];
      options: Parameters<Memory["add"]>[1];
    };
    const answer =
      request.url === "/search"
        ? await memory.search(body.query, body.options)
        : await memory.add(body.messages, body.options);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answer));
  }
}
