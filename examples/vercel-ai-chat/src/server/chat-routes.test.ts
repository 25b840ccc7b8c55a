import { type Memory, StoreError } from "@palimpsest/core";
import { expect, test, vi } from "vitest";
import { openMemory, openServer } from "./__fixtures__/open-server.ts";
import { readAnswer, type Talk, talk } from "./__fixtures__/talk.ts";
import { scriptedModel } from "./scripted-model/scripted-model.ts";

/** Everybody shares the processor: how long something takes is not what is tested. */
const PATIENTLY = { timeout: 20_000 };

/** The user's memories, as text. */
const known = async (user: Talk) =>
  (await user.panel()).memories.map(({ memory }) => memory).join("\n");

const answered = async (response: Promise<Response>) => (await response).text();

test("what was said in one conversation is known in the next", async () => {
  const { url } = await openServer();
  const alice = talk(url, "alice");
  expect(readAnswer(await answered(alice.say("I live in Berlin.")))).toBe(
    "Noted: you live in Berlin.",
  );
  await vi.waitFor(async () => expect(await known(alice)).not.toBe(""), PATIENTLY);

  const stream = await answered(alice.say("Where do I live?", { sessionId: "s2" }));
  expect(readAnswer(stream)).toBe("From what I remember, you live in Berlin.");
  expect(stream).toMatch(/"recalled":\[\{"id":"[^"]+","memory":"User lives in Berlin","score":/);
  const others = await answered(talk(url, "bob").say("Where do I live?"));
  expect(readAnswer(others)).toBe("I don't know that yet. Tell me, and I will remember it.");
});

test("a page is told what was learned from the answer that has this id", async () => {
  const { url } = await openServer();
  const alice = talk(url, "alice");
  const told = alice.events(1);
  const stream = await answered(alice.say("I live in Berlin."));
  const id = /"messageId":"([^"]+)"/.exec(stream)?.[1];
  const learned = {
    type: "turn",
    turn: {
      id,
      status: "learned",
      isRecallFailed: false,
      changes: [{ event: "ADD", memory: "User lives in Berlin" }],
    },
  };
  expect(await told).toMatchObject([learned]);
  // Also a page that connects only now.
  expect(await alice.events(1)).toMatchObject([learned]);
});

test("an answer of which the reader went away is finished and remembered", async () => {
  const { url } = await openServer({ chatModel: scriptedModel({ wordDelayMs: 20 }) });
  const alice = talk(url, "alice");
  const left = new AbortController();
  const response = await alice.say("I live in Berlin with my dog.", { signal: left.signal });
  await response.body?.getReader().read();
  left.abort();
  await vi.waitFor(async () => expect(await known(alice)).toContain("Berlin"), PATIENTLY);
});

test("an answer that is stopped ends, and the person's words are remembered", async () => {
  const { url } = await openServer({ chatModel: scriptedModel({ wordDelayMs: 20 }) });
  const alice = talk(url, "alice");
  const response = await alice.say(`I live in Berlin. I like ${"very ".repeat(300)}long walks.`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let stream = "";
  while (!stream.includes("text-delta")) stream += (await reader?.read())?.value ?? "";
  const id = /"messageId":"([^"]+)"/.exec(stream)?.[1];
  await alice.send("POST", "/api/chat/stop", { body: { turnId: id } });
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    stream += part.value;
  }
  expect(stream).toContain('"type":"abort"');
  await vi.waitFor(async () => expect(await known(alice)).toContain("Berlin"), PATIENTLY);
});

test("a server that is closed finishes the answer and remembers it", async () => {
  const memory = await openMemory();
  const { server } = await openServer({ memory, chatModel: scriptedModel({ wordDelayMs: 20 }) });
  const response = await talk(server.url, "alice").say("I live in Berlin.");
  const [, stream] = await Promise.all([server.close(), response.text()]);
  expect(readAnswer(stream)).toBe("Noted: you live in Berlin.");
  expect(await memory.count({ userId: "alice" })).toBe(1);
});

test("who is forgotten in the middle of an answer is not remembered behind it", async () => {
  const chatModel = scriptedModel({ wordDelayMs: 20 });
  const { url, memory, server } = await openServer({ chatModel });
  const alice = talk(url, "alice");
  const response = await alice.say(`I live in Berlin. I like ${"very ".repeat(300)}long walks.`);
  const bobs = answered(talk(url, "bob").say("I live in Lisbon."));
  await alice.send("POST", "/api/forget");
  expect(await response.text()).toContain('"type":"abort"');
  expect(readAnswer(await bobs)).toBe("Noted: you live in Lisbon.");
  await server.close();
  expect(await memory.count({ userId: "alice", include: "subtree" })).toBe(0);
  expect((await memory.episodes({ userId: "alice", include: "subtree" })).results).toEqual([]);
});

async function failToAnswer(): Promise<never> {
  throw new Error("The model is down: /secret/path.");
}

test("an answer that the model fails is told to the page, which waits for nothing more", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const { url } = await openServer({ chatModel: { ...scriptedModel(), doStream: failToAnswer } });
  const alice = talk(url, "alice");
  const told = alice.events(1);
  expect(await answered(alice.say("I live in Berlin."))).toContain(
    '{"type":"error","errorText":"The model could not answer."}',
  );
  expect(await told).toMatchObject([{ type: "turn", turn: { status: "failed" } }]);
  expect(log).toHaveBeenCalledTimes(1);
  log.mockRestore();
});

async function down(): Promise<never> {
  throw new StoreError("The disk is gone: /secret/path.", { operation: "open" });
}

test("when memory is down the chat goes on, and the page is told", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const memory: Memory = { ...(await openMemory()), search: down, add: down, list: down };
  const { url } = await openServer({ memory });
  const alice = talk(url, "alice");
  const told = alice.events(2);
  expect(readAnswer(await answered(alice.say("I live in Berlin.")))).toBe(
    "Noted: you live in Berlin.",
  );
  expect((await told).at(-1)).toMatchObject({
    turn: { status: "failed", isRecallFailed: true },
  });
  const response = await alice.get("/api/memories");
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({
    error: { code: "store", message: "The memory cannot be reached." },
  });
  log.mockRestore();
});

test.each([
  ["no JSON", "{", /must be JSON/],
  ["no user", { sessionId: "s", messages: [] }, /userId/],
  ["an empty user", { userId: "", sessionId: "s", messages: [] }, /userId/],
  ["no messages", { userId: "a", sessionId: "s" }, /messages/],
  ["messages that are none", { userId: "a", sessionId: "s", messages: [{ x: 1 }] }, /messages/],
  [
    "an assistant's last word",
    {
      userId: "a",
      sessionId: "s",
      messages: [{ id: "1", role: "assistant", parts: [{ type: "text", text: "Hi" }] }],
    },
    /last one must be the user's/,
  ],
])("a conversation with %s is refused with a message", async (_, body, message) => {
  const { url } = await openServer();
  const response = await fetch(`${url}/api/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    error: { code: "invalid-input", message: expect.stringMatching(message) },
  });
});

test("another site cannot speak for the user", async () => {
  const { url } = await openServer();
  const response = await fetch(`${url}/api/forget?userId=alice`, {
    method: "POST",
    headers: { "content-type": "text/plain", origin: "https://elsewhere.example" },
    body: "{}",
  });
  expect(response.status).toBe(403);
});
