import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { findBytes, findInRows } from "../__fixtures__/find-bytes.ts";
import { openOpenAIMemory } from "../__fixtures__/open-openai-memory.ts";
import { newFolder, openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { InvalidInputError, ModelCallError, RedactionError } from "../errors.ts";
import { createMemory } from "../memory.ts";
import type { Embedder } from "../ports/embedder.ts";
import { hashEmbedder } from "../testing/hash-embedder.ts";
import { CREDENTIAL_SAMPLES } from "./__fixtures__/credentials.ts";
import type { RedactOption } from "./read-redact-option.ts";

const alice = { userId: "alice" };
const key = `sk-proj-${"a1B2c3D4".repeat(4)}`;

/** Those that no id and no number holds by chance, as they do "4711". */
const secrets = CREDENTIAL_SAMPLES.map(({ secret }) => secret).filter(({ length }) => length > 6);

test(`none of ${secrets.length} credentials reaches the disk or a model, and the words around them do`, async () => {
  const uri = await newFolder();
  const queries: string[] = [];
  const reranker = {
    id: "test",
    async rerank(query: string, texts: readonly string[]) {
      queries.push(query);
      return texts.map(() => 0.5);
    },
  };
  // A model that says again whatever it was shown.
  const facts = CREDENTIAL_SAMPLES.map(({ text }, index) => ({
    text: `User said in message ${index}: ${text}`,
    quote: text,
    value: text.slice(0, 400),
  }));
  const { memory, server } = await openOpenAIMemory(
    {
      record_facts: [{ facts: [...facts.slice(0, 95), { text: "User keeps keys in a drawer" }] }],
      decide: [{ decisions: [] }],
      write_summary: [
        {
          summary: facts
            .map(({ text }) => text)
            .join("\n")
            .slice(0, 4_000),
        },
      ],
    },
    { uri, reranker },
  );
  const messages = CREDENTIAL_SAMPLES.map(({ text }, index) => ({
    role: (["user", "tool", "assistant", "system"] as const)[index % 4] ?? "user",
    name: `bob ${text.slice(0, 1_000)}`,
    content: index % 2 === 0 ? text : [{ type: "text", text }],
  }));
  const metadata = Object.fromEntries(
    CREDENTIAL_SAMPLES.map(({ text }, index) => [`note ${index}`, text]),
  );

  const { report } = await memory.add(messages, { ...alice, metadata, instructions: key });
  await memory.add(messages, { ...alice, mode: "background", idempotencyKey: "twice" });
  await memory.idle();
  const put = await memory.put(`Rotate this: ${key}`, { ...alice, metadata, source: messages });
  for (let first = 0; first < CREDENTIAL_SAMPLES.length; first += 4) {
    const texts = CREDENTIAL_SAMPLES.slice(first, first + 4).map(({ text }) => text);
    await memory.update(put.id, { text: texts.join("\n"), metadata: { texts } }, alice);
  }
  await memory.search(CREDENTIAL_SAMPLES.map(({ text }) => text).join("\n"), alice);
  await memory.plan(messages, alice);
  await memory.import(JSON.stringify({ memory: `From mem0: ${key}`, metadata }), { scope: alice });

  expect(report.status).toBe("processed");
  await memory.close();
  const sent = JSON.stringify(server.requests.map(({ body }) => body));
  expect(secrets.filter((secret) => sent.includes(JSON.stringify(secret).slice(1, -1)))).toEqual(
    [],
  );
  expect(secrets.filter((secret) => queries.join().includes(secret))).toEqual([]);
  expect(sent).toContain("The wifi password: [password removed]");
  // Both ways, because a column may be stored compressed.
  expect(await findBytes(uri, [...secrets, key])).toEqual([]);
  expect(await findInRows(uri, [...secrets, key], { mostVersions: 1 })).toEqual([]);
  expect(await findBytes(uri, ["The wifi password: [password removed]"])).not.toEqual([]);
});

test("what was removed is told by kind and count, in the report and by an event", async () => {
  const { memory, events } = await openTestMemory();
  const said = `my password is hunter2, the key ${key}, the other ${key}`;
  const { report } = await memory.add(said, alice);
  expect(report.redacted).toEqual({ password: 1, "api-key": 2 });
  const again = await memory.add(said, { ...alice, mode: "background" });
  expect(again.report.redacted).toEqual({ password: 1, "api-key": 2 });
  await memory.search("whose password is hunter2?", alice);
  const told = events.filter(({ type }) => type === "redacted");
  expect(told).toEqual([
    { type: "redacted", scope: alice, redacted: { password: 1, "api-key": 2 } },
    { type: "redacted", scope: alice, redacted: { password: 1, "api-key": 2 } },
    { type: "redacted", scope: alice, redacted: { password: 1 } },
  ]);
  expect((await memory.add("I like tea", alice)).report).not.toHaveProperty("redacted");
});

test("a fact may quote a passage of which something was removed; one that holds a secret is refused", async () => {
  const quote = `I deploy on Fridays with ${key}`;
  const { memory } = await openTestMemory({
    script: {
      record_facts: [
        {
          facts: [
            {
              text: "User deploys on Fridays",
              quote: "I deploy on Fridays with [api key removed]",
            },
            { text: "User deploys on Fridays, with help", quote },
            { text: "User's key is [api key removed]" },
            { text: "User has a key", attribute: "key", value: "[api key removed]" },
          ],
        },
      ],
    },
  });
  const { results, report } = await memory.add(quote, alice);
  expect(results.map(({ memory: text }) => text)).toEqual([
    "User deploys on Fridays",
    "User deploys on Fridays, with help",
  ]);
  const refused = report.decisions.filter(({ operation }) => operation === "REJECTED");
  expect(refused.map(({ reason }) => reason)).toEqual([
    "it holds a secret: api key",
    "its value was removed",
  ]);
});

test("metadata is read like prose: under a name that says so, a value goes, a number too", async () => {
  const { memory } = await openTestMemory();
  const metadata = { password: "hunter2", pin: 4711, card: 4242424242424242, page: 12, tag: ["a"] };
  const { id } = await memory.put("Likes tea", {
    ...alice,
    metadata: { ...metadata, [key]: true },
  });
  expect((await memory.get(id, alice))?.metadata).toEqual({
    password: "[password removed]",
    pin: "[password removed]",
    card: "[card number removed]",
    page: 12,
    tag: ["a"],
    "[api key removed]": true,
  });
});

test("put and update refuse a text that is nothing but a secret", async () => {
  const { memory } = await openTestMemory();
  await expect(memory.put(key, alice)).rejects.toThrow(InvalidInputError);
  const { id } = await memory.put("Likes tea", alice);
  await expect(memory.update(id, { text: key }, alice)).rejects.toThrow("must not be kept");
  expect((await memory.get(id, alice))?.memory).toBe("Likes tea");
});

test("personal data goes where it is asked for, beside credentials", async () => {
  const said = `Write to anna@example.com, ${key}`;
  const { memory, model, reopen } = await openTestMemory({ redact: { pii: ["email", "phone"] } });
  const { report } = await memory.add(said, alice);
  expect(report.redacted).toEqual({ "api-key": 1, email: 1 });
  expect(JSON.stringify(model.requests)).toContain("Write to [email removed], [api key removed]");
  await reopen({ redact: {} }).add(said, alice);
  expect(JSON.stringify(model.requests.at(-1))).toContain("Write to anna@example.com, [api key");
});

test("a hook has the last word on each text, and sees no credential", async () => {
  const seen: string[] = [];
  const redact = async (text: string) => {
    seen.push(text);
    return text.replaceAll("Falcon", "[project]");
  };
  const { memory, model } = await openTestMemory({ redact });
  const { report } = await memory.add(`Falcon opens with ${key}`, {
    ...alice,
    metadata: { project: "Falcon", tags: ["Falcon", 7] },
  });
  expect(report.redacted).toEqual({ "api-key": 1, custom: 3 });
  expect(seen).toEqual(["Falcon opens with [api key removed]", "Falcon", "Falcon"]);
  expect(JSON.stringify(model.requests)).toContain("[project] opens with");
  const { results } = await memory.episodes(alice);
  expect(results[0]?.messages).toEqual([
    { role: "user", content: "[project] opens with [api key removed]" },
  ]);
  const change = await memory.put("Works on Falcon", { ...alice, metadata: { of: "Falcon" } });
  expect(await memory.get(change.id, alice)).toMatchObject({
    memory: "Works on [project]",
    metadata: { of: "[project]" },
  });
});

test.each([
  [
    "throws",
    () => {
      throw new Error("the detector is down");
    },
  ],
  ["rejects", async () => Promise.reject(new Error("the detector is down"))],
  ["gives no string", (() => undefined) as never],
])("a hook that %s fails the call, and nothing is stored", async (_, redact: RedactOption) => {
  const { memory, model } = await openTestMemory({ redact });
  await expect(memory.add("I like tea", alice)).rejects.toThrow(RedactionError);
  const later = memory.add("I like tea", { ...alice, mode: "background" });
  await expect(later).rejects.toMatchObject({ code: "redaction" });
  await expect(memory.put("Likes tea", { ...alice, source: "tea!" })).rejects.toThrow(
    RedactionError,
  );
  await expect(memory.search("tea", alice)).rejects.toThrow(RedactionError);
  await memory.idle();
  expect(model.requests).toEqual([]);
  expect((await memory.episodes(alice)).results).toEqual([]);
  expect(await memory.count(alice)).toBe(0);
});

test("exchanges are processed in the order of the calls, however long a hook takes", async () => {
  const { memory, model } = await openTestMemory({ redact: tellTheFirstLate });
  await Promise.all([memory.add("first", alice), memory.add("second", alice)]);
  const shown = model.requests.map(({ messages }) => messages.at(-1)?.content ?? "");
  expect(shown.map((text) => /"(first|second)"}[^"]*$/.exec(text)?.[1])).toEqual([
    "first",
    "second",
  ]);
});

test("turned off, all is kept as it was said, and no fact holds a secret all the same", async () => {
  const { memory, model } = await openTestMemory({
    redact: false,
    script: { record_facts: [{ facts: [{ text: `User's key is ${key}` }] }] },
  });
  const { results, report } = await memory.add(`my key is ${key}`, alice);
  expect(JSON.stringify(model.requests)).toContain(key);
  expect(report).not.toHaveProperty("redacted");
  expect(results).toEqual([]);
  expect((await memory.put(`The key is ${key}`, alice)).memory).toContain(key);
});

test("a provider's error that quotes the key it refuses is kept without it", async () => {
  const refusal = new ModelCallError(`Incorrect API key provided: ${key}`, { retryable: false });
  const model = { id: "refusing", generate: () => Promise.reject(refusal) };
  const { memory } = await openTestMemory({ model });
  await memory.add("I like tea", alice);
  const { results } = await memory.episodes(alice);
  expect(results[0]?.error?.message).toBe("Incorrect API key provided: [api key removed]");
});

test("a secret that was kept before can be forgotten by its own words, which no embedder sees", async () => {
  const { memory, reopen } = await openTestMemory({ redact: false });
  await memory.put(`The key is ${key}`, alice);
  await memory.put("Likes tea", alice);
  await memory.close();
  const seen: string[] = [];
  const later = reopen({ redact: undefined, embedder: watchedEmbedder(seen) });
  const { erased } = await later.forget({ ...alice, query: `The key is ${key}` });
  expect(erased.memories).toBe(1);
  expect(seen.join()).not.toContain(key);
});

test.each([[true], ["all"], [{ pii: ["ssn"] }], [{ kinds: [] }], [{ hook: "x" }], [null]])(
  "the option %j is refused",
  (redact) => {
    expect(() => createMemory({ redact: redact as RedactOption })).toThrow(InvalidInputError);
  },
);

async function tellTheFirstLate(text: string): Promise<string> {
  if (text === "first") await sleep(50);
  return text;
}

/** An embedder that notes what it was shown. */
function watchedEmbedder(seen: string[]): Embedder {
  const embedder = hashEmbedder();
  return {
    ...embedder,
    async embed(texts, options) {
      seen.push(...texts);
      return embedder.embed(texts, options);
    },
  };
}
