import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createMemory, lexicalEmbedder, localModel } from "@palimpsest/core";
import { expect, onTestFinished, test } from "vitest";
import { readAnswer, talk } from "./__fixtures__/talk.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

test("the server says where it is, and when it is told to stop it loses nothing", async () => {
  const uri = await mkdtemp(join(tmpdir(), "palimpsest-chat-"));
  onTestFinished(async () => rm(uri, { recursive: true, force: true }));
  const server = spawn(process.execPath, ["--conditions=@palimpsest/source", MAIN], {
    env: { ...process.env, OPENAI_API_KEY: "", PORT: "0", PALIMPSEST_URI: uri },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void server.kill("SIGKILL"));
  const [line] = (await once(server.stdout, "data")) as [Buffer];
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line))?.[0] ?? "";
  expect(url).not.toBe("");

  const alice = talk(url, "alice");
  const answer = (await alice.say("I live in Berlin.")).text();
  server.kill("SIGTERM");
  const [[code]] = await Promise.all([once(server, "exit"), answer]);
  expect(code).toBe(0);
  expect(readAnswer(await answer)).toBe("Noted: you live in Berlin.");

  await using memory = createMemory({ uri, model: localModel(), embedder: lexicalEmbedder() });
  const { results } = await memory.list({ userId: "alice" });
  expect(results.map((record) => record.memory)).toEqual(["User lives in Berlin"]);
});
