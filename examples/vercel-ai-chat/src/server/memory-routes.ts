import { Hono } from "hono";
import type { Setup } from "../wire.ts";
import { readPanel } from "./read-panel.ts";
import { readEdit, readMemoryQuery, readPanelQuery, readUndo, readUser } from "./read-requests.ts";
import type { Services } from "./services.ts";

/** Everything that a person can look at, and do, by hand. */
export function memoryRoutes({ memory, chatModel, turns, answers, underWay }: Services): Hono {
  return new Hono()
    .get("/memories", async (context) => {
      return context.json(await readPanel(memory, readPanelQuery(context)));
    })
    .get("/memory/history", async (context) => {
      const { id, scope } = readMemoryQuery(context);
      return context.json(await memory.history(id, scope));
    })
    .patch("/memory", async (context) => {
      const { id, scope } = readMemoryQuery(context);
      const change = await memory.update(id, await readEdit(context), scope);
      turns.changed(scope.userId);
      return context.json(change);
    })
    .delete("/memory", async (context) => {
      const { id, scope } = readMemoryQuery(context);
      const change = await memory.delete(id, scope);
      turns.changed(scope.userId);
      return context.json(change);
    })
    .post("/undo", async (context) => {
      const { userId } = readUser(context);
      const { id } = await readUndo(context);
      const { results } = await memory.undo(id, { userId });
      turns.undone(userId, id);
      turns.changed(userId);
      return context.json({ results });
    })
    .post("/forget", async (context) => {
      const { userId } = readUser(context);
      // What is being said now would be learned behind the erasure, and be there again.
      answers.stopAll(userId);
      await underWay.settled(userId);
      const receipt = await memory.forget({ userId });
      turns.forget(userId);
      turns.changed(userId);
      return context.json(receipt);
    })
    .get("/setup", async (context) => {
      const { model, embedder } = await memory.info();
      const setup: Setup = { chat: chatModel.modelId, model, embedder };
      return context.json(setup);
    });
}
