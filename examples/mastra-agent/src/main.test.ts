import { type ChatRequest, startOpenAIServer } from "@palimpsest/openai-server";
import { expect, onTestFinished, test } from "vitest";
import { haveSession, newFolder, startAssistant } from "./__fixtures__/start-assistant.ts";

test("what one thread taught is known in another, after a restart, and to nobody else", async () => {
  const folder = await newFolder();
  const first = await haveSession(folder, ["I live in Berlin and I am vegetarian."]);
  expect(first).toContain("a script answers");
  expect(first).toContain("1. User lives in Berlin");
  expect(first).toContain("2. User is vegetarian");

  const lines = ["Where do I live?", "/thread 1", "It is cold here.", "/threads"];
  const second = await haveSession(folder, lines);
  expect(second).toContain("thread 2>");
  expect(second).toMatch(/recalled:\n.*User lives in Berlin/);
  expect(second).toMatch(/What I was told to remember: .*User lives in Berlin/);
  expect(second).toMatch(/1\. I live in Berlin and I am vegetarian\.\n.*2\. Where do I live\?\n*$/);

  const other = await haveSession(folder, ["Where do I live?"], { RESOURCE: "you-1" });
  expect(other).toContain("I don't know that yet.");
  expect(other).toContain("thread 1>");
});

test("what was learned before a kill is there afterwards, once", async () => {
  const folder = await newFolder();
  const killed = startAssistant(folder);
  killed.type("I live in Oslo.");
  await killed.sees("1. User lives in Oslo");
  killed.type("I have a dog called Rex.");
  await killed.kill();

  const screen = await haveSession(folder, ["I live in Oslo.", "/new", "/memories"]);
  expect(screen.match(/User lives in Oslo/g)).toHaveLength(2);
  expect(screen).toMatch(/recalled:\n.*User lives in Oslo/);
  expect(screen).not.toContain("learned");
});

test("a workflow looks up memories, and has the agent recall, which learns nothing of it", async () => {
  const screen = await haveSession(await newFolder(), [
    "I am vegetarian.",
    "/suggest a restaurant where I like it",
    "/memories",
    "/threads",
  ]);
  expect(screen).toMatch(/looked up:\n.*User is vegetarian/);
  expect(screen).toContain("What I was told to remember: User is vegetarian.");
  expect(screen).toMatch(/remembered:\n.*1\. User is vegetarian\n {2}threads/);
  expect(screen).toContain("2. Suggestions");
});

test("a deleted thread takes along what it alone taught", async () => {
  const screen = await haveSession(await newFolder(), [
    "I live in Berlin.",
    "/new",
    "I am vegetarian.",
    "/delete 1",
    "/memories",
    "/delete 7",
    "/thread 7",
  ]);
  expect(screen).toContain('"I live in Berlin." is deleted');
  expect(screen).toMatch(/remembered:\n.*1\. User is vegetarian\n/);
  expect(screen.match(/There is no such thread/g)).toHaveLength(2);
});

test("a model of any provider answers, reads and judges where one is configured", async () => {
  const asked: ChatRequest[] = [];
  const server = await startOpenAIServer({
    chat: (request) => {
      asked.push(request);
      if (typeof request.toolChoice !== "object") return { text: "In Rome, as you said." };
      const facts = [{ text: "User lives in Rome" }];
      return { toolCalls: [{ name: request.toolChoice.name, arguments: { facts } }] };
    },
  });
  onTestFinished(() => server.close());
  const screen = await haveSession(await newFolder(), ["I live in Rome.", "Where do I live?"], {
    MODEL: "own/family/model",
    MODEL_URL: server.baseUrl,
  });
  expect(screen).toContain("own/family/model answers.");
  expect(screen).not.toContain("script");
  expect(screen).toMatch(/learned:\n.*User lives in Rome/);
  expect(screen).toContain("In Rome, as you said.");
  expect(asked[0]?.model).toBe("family/model");
  expect(asked[2]?.system).toContain("User lives in Rome");
});

test("what a model takes back is not said to be learned", async () => {
  const server = await startOpenAIServer({
    chat: ({ toolChoice, messages }) => {
      if (typeof toolChoice !== "object") return { text: "I see." };
      const isTakenBack = messages.some(({ content }) => content.includes("Forget"));
      const text = isTakenBack ? "User wants the tea forgotten" : "User likes tea";
      const verdict = { fact: 1, operation: "DELETE", target: "m1", text: "", reason: "asked for" };
      const answer = { facts: [{ text }], decisions: [verdict] };
      return { toolCalls: [{ name: toolChoice.name, arguments: answer }] };
    },
  });
  onTestFinished(() => server.close());
  const screen = await haveSession(await newFolder(), ["I like tea.", "Forget the tea."], {
    MODEL: "own/model",
    MODEL_URL: server.baseUrl,
  });
  expect(screen).toMatch(/learned:\n.*1\. User likes tea\n/);
  expect(screen).toMatch(/learned:\n.*1\. no longer: User likes tea\n/);
});

test("a model that fails is said to have failed, and the conversation goes on", async () => {
  const server = await startOpenAIServer();
  server.fail({ times: 100, with: { type: "status", status: 401 } });
  onTestFinished(() => server.close());
  const lines = ["Where do I live?", "/suggest a dinner", "/memories"];
  const screen = await haveSession(await newFolder(), lines, {
    MODEL: "own/model",
    MODEL_URL: server.baseUrl,
  });
  expect(screen).toMatch(/No answer came: .*answer 401/);
  expect(screen).toMatch(/No suggestion came: .*answer 401/);
  expect(screen).toContain("Nothing is remembered.");
});
