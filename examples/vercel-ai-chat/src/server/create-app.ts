import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { chatRoutes } from "./chat-routes.ts";
import { eventRoutes } from "./event-routes.ts";
import { memoryRoutes } from "./memory-routes.ts";
import type { Services } from "./services.ts";
import { toFailureResponse } from "./to-failure-response.ts";

const LARGEST_BODY = 1_000_000;

/** The API under `/api`, and the built page for everything else. */
export function createApp(services: Services, { pageFolder }: { pageFolder: string }): Hono {
  const app = new Hono();
  app.onError(toFailureResponse);
  app.use("/api/*", csrf(), bodyLimit({ maxSize: LARGEST_BODY, onError: refuseBody }));
  app.route("/api/chat", chatRoutes(services));
  app.route("/api/events", eventRoutes(services));
  app.route("/api", memoryRoutes(services));
  app.all("/api/*", () => {
    throw new HTTPException(404, { message: "There is nothing at this address." });
  });
  app.use("*", serveStatic({ root: pageFolder }));
  app.notFound((context) =>
    context.text("There is nothing here. Is the page built? `pnpm chat` does it.", 404),
  );
  return app;
}

function refuseBody(): never {
  throw new HTTPException(413, { message: "The conversation is too long." });
}
