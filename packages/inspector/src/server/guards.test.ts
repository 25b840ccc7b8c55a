import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMemory, lexicalEmbedder, localModel } from "@palimpsest/core";
import { expect, onTestFinished, test } from "vitest";
import { startInspector } from "./start-inspector.ts";

test("without the token nothing is told", async () => {
  const uri = await mkdtemp(join(tmpdir(), "palimpsest-inspector-"));
  await using memory = createMemory({ uri, model: localModel(), embedder: lexicalEmbedder() });
  await memory.put("User lives in Berlin", { userId: "alice" });
  const inspector = await startInspector({ uri });
  onTestFinished(async () => {
    await inspector.close();
    await rm(uri, { recursive: true });
  });
  const { origin, hash } = new URL(inspector.url);
  const ask = (token: string) =>
    fetch(`${origin}/api/store`, { headers: { "x-palimpsest-token": token } });
  expect((await ask("")).status).toBe(401);
  expect((await ask(hash.replace("#token=", ""))).status).toBe(200);
});
