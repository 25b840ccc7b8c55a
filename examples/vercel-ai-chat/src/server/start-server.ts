import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import type { Memory } from "@palimpsest/core";
import { createAnswers } from "./answers.ts";
import { createApp } from "./create-app.ts";
import type { ChatModel } from "./scripted-model/scripted-model.ts";
import { createTurns } from "./turns.ts";
import { createUnderWay } from "./under-way.ts";

/** What a server is made of. */
export interface ServerOptions {
  /** Stays the caller's to close, after the server. */
  memory: Memory;
  chatModel: ChatModel;
  /** The built page. Default: `dist` of this package. */
  pageFolder?: string;
  /** Default: any that is free. */
  port?: number;
}

/** A server that answers. */
export interface RunningServer {
  url: string;
  /** Takes no more requests, and resolves when what was said until then is remembered. */
  close(): Promise<void>;
}

const PAGE_FOLDER = fileURLToPath(new URL("../../dist", import.meta.url));

/** How long answers that are being written may hold up a server that is to stop. */
const LONGEST_GOODBYE_MS = 10_000;

/** Serves the chat on the loopback interface: who talks to it may read every user's memories. */
export async function startServer({
  memory,
  chatModel,
  pageFolder = PAGE_FOLDER,
  port = 0,
}: ServerOptions): Promise<RunningServer> {
  const underWay = createUnderWay();
  const services = { turns: createTurns(), answers: createAnswers(), underWay };
  const app = createApp({ memory, chatModel, ...services }, { pageFolder });
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }) as Server;
  await once(server, "listening");
  const address = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      await Promise.race([underWay.settled(), wait(LONGEST_GOODBYE_MS, undefined, { ref: false })]);
      // Pages hold a connection on which they are told what is learned: it ends only with them.
      server.closeAllConnections();
      await closed;
    },
  };
}
