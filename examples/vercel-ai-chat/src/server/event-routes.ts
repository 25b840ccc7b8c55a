import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { PageEvent } from "../wire.ts";
import { readUser } from "./read-requests.ts";
import type { Services } from "./services.ts";

/** Between signs of life, so that a connection that nobody reads is found out. */
const HEARTBEAT_MS = 15_000;

/** `GET /` tells a page, for as long as it listens, what becomes of its user's memories. */
export function eventRoutes({ turns }: Pick<Services, "turns">): Hono {
  return new Hono().get("/", (context) => {
    const { userId } = readUser(context);
    return streamSSE(context, async (stream) => {
      const { promise: left, resolve: leave } = Promise.withResolvers<void>();
      stream.onAbort(leave);
      const send = (event: PageEvent) => {
        stream.writeSSE({ data: JSON.stringify(event) }).catch(leave);
      };
      const unsubscribe = turns.subscribe(userId, send);
      const heartbeat = setInterval(() => {
        stream.write(": alive\n\n").catch(leave);
      }, HEARTBEAT_MS);
      await left;
      clearInterval(heartbeat);
      unsubscribe();
    });
  });
}
