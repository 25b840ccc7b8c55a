import { Hono } from "hono";
import type { Services } from "./create-app.ts";
import { readForgetting } from "./read-requests.ts";

/** The one thing that can be done here, and only where the inspector was started with `--write`. */
export function eraseRoutes({ memory }: Pick<Services, "memory">): Hono {
  return new Hono().post("/forget", async (context) => {
    return context.json(await memory.forget(await readForgetting(context)));
  });
}
