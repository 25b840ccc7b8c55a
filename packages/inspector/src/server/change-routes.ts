import { Hono } from "hono";
import type { Services } from "./create-app.ts";
import { readForgetting, readHeldBack } from "./read-requests.ts";
import { dropMemory, releaseMemory } from "./settle-quarantined.ts";

/** What can be done here, and only where the inspector was started with `--write`. */
export function changeRoutes({ memory }: Pick<Services, "memory">): Hono {
  return new Hono()
    .post("/forget", async (context) => {
      return context.json(await memory.forget(await readForgetting(context)));
    })
    .post("/release", async (context) => {
      return context.json(await releaseMemory(memory, await readHeldBack(context)));
    })
    .post("/drop", async (context) => {
      return context.json(await dropMemory(memory, await readHeldBack(context)));
    });
}
