import { serveStatic } from "@hono/node-server/serve-static";
import type { Memory } from "@palimpsest/core";
import { Hono } from "hono";
import { guardApi, guardOrigin, noStore, SECURE_HEADERS } from "./guards.ts";
import { readScope } from "./read-requests.ts";

/** What the routes work on. */
export interface Services {
  memory: Memory;
  isWritable: boolean;
}

/** The API under `/api`, and the built page for everything else. */
export function createApp(
  { memory, isWritable }: Services,
  { token, pageFolder }: { token: string; pageFolder: string },
): Hono {
  const app = new Hono();
  app.use("*", SECURE_HEADERS, noStore, guardOrigin);
  app.use("/api/*", guardApi({ token, isWritable }));
  app.get("/api/info", async (context) => context.json({ ...(await memory.info()), isWritable }));
  app.get("/api/memories", async (context) => context.json(await memory.list(readScope(context))));
  app.use("*", serveStatic({ root: pageFolder }));
  return app;
}
