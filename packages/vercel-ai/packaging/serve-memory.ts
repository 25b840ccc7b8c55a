import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { Memory } from "@palimpsest/core";

/** A server that has a memory: what `httpMemory` talks to. */
export async function serveMemory(
  memory: Memory,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void answer(request).then((body) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(body));
    });
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

  async function answer(request: IncomingMessage): Promise<object> {
    const body = (await json(request)) as {
      query: string;
      messages: Parameters<Memory["add"]>[0];
      options: Parameters<Memory["add"]>[1];
    };
    return request.url === "/search"
      ? memory.search(body.query, body.options)
      : memory.add(body.messages, body.options);
  }
}
