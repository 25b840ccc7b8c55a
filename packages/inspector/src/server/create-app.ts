import { serveStatic } from "@hono/node-server/serve-static";
import type { Memory, MemoryStore } from "@palimpsest/core";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { changeRoutes } from "./change-routes.ts";
import { guardApi, guardOrigin, noStore, SECURE_HEADERS } from "./guards.ts";
import { lookRoutes } from "./look-routes.ts";
import { toFailureResponse } from "./to-failure-response.ts";

/** What the routes work on. */
export interface Services {
  memory: Memory;
  /** What the memory stands on, for what is of everybody: no verb mixes what is two people's. */
  store: MemoryStore;
  /** Whether queries can be embedded. */
  canSearch: boolean;
  isWritable: boolean;
}

const LARGEST_BODY = 100_000;

/** The API under `/api`, for who knows the token, and the built page for everything else. */
export function createApp(
  services: Services,
  { token, pageFolder }: { token: string; pageFolder: string },
): Hono {
  const app = new Hono();
  app.onError(toFailureResponse);
  app.use("*", SECURE_HEADERS, noStore, guardOrigin);
  app.use("/api/*", guardApi({ token, isWritable: services.isWritable }));
  app.use("/api/*", bodyLimit({ maxSize: LARGEST_BODY, onError: refuseBody }));
  app.route("/api", lookRoutes(services));
  app.route("/api", changeRoutes(services));
  app.all("/api/*", () => {
    throw new HTTPException(404, { message: "There is nothing at this address." });
  });
  app.use("*", serveStatic({ root: pageFolder }));
  return app;
}

function refuseBody(): never {
  throw new HTTPException(413, { message: "The request is too long." });
}
