import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { createApp } from "./create-app.ts";
import { openForReading } from "./open-for-reading.ts";

/** What an inspector is started with. */
export interface InspectorOptions {
  /** The folder or bucket of the memory, as `createMemory` takes it. */
  uri: string;
  /** Default: any that is free. */
  port?: number | undefined;
  /**
   * Whether what is shown can be erased, and what is in quarantine released or dropped. Without it no
   * request changes anything. Default: false.
   */
  isWritable?: boolean | undefined;
  /** The built page. Default: the one that comes with this package. */
  pageFolder?: string | undefined;
}

/** An inspector that answers. */
export interface RunningInspector {
  /** Where its page is, with the token behind the `#`: who has it may read every user's memories. */
  url: string;
  /** Takes no more requests, and lets go of the memory. */
  close(): Promise<void>;
}

// The same from the source as from what it is compiled to.
const PAGE_FOLDER = fileURLToPath(new URL("../../dist/page", import.meta.url));

/**
 * Serves a page that shows what a memory holds, on the loopback interface.
 *
 * @throws {InvalidInputError} when the uri names no place, or a folder without a memory. Nothing was created.
 * @throws {StoreError} when the memory cannot be opened.
 */
export async function startInspector({
  uri,
  port = 0,
  isWritable = false,
  pageFolder = PAGE_FOLDER,
}: InspectorOptions): Promise<RunningInspector> {
  const { memory, store, canSearch } = await openForReading(uri, {
    mayErase: isWritable,
    mayDecide: isWritable,
  });
  const token = randomBytes(24).toString("base64url");
  const app = createApp({ memory, store, canSearch, isWritable }, { token, pageFolder });
  try {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }) as Server;
    await once(server, "listening");
    const address = server.address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${address.port}/#token=${token}`,
      async close() {
        const closed = once(server, "close");
        server.close();
        // Browsers keep connections open for a request to come.
        server.closeAllConnections();
        await closed;
        await memory.close();
      },
    };
  } catch (error) {
    await memory.close();
    throw error;
  }
}
