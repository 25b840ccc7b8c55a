import { type ChatRequest, startOpenAIServer } from "@palimpsest/openai-server";
import { expect, onTestFinished, test } from "vitest";
import { chat, newFolder, startChat } from "./__fixtures__/start-chat.ts";

const WAITS = `  ? send_mail (to: "Ada", text: "the paint is here")`;
/** A script that takes its time: whoever kills it after the first word kills it in mid-turn. */
const SLOWLY = { WORD_DELAY_MS: "5000" };

/** What was printed from the first look at the history on. */
const shown = (output: string) => output.slice(output.indexOf("> /history"));

test("what was said in one conversation is known in the next, until it is contradicted", async () => {
  const uri = await newFolder();
  const first = await chat(uri, ["I live in Lisbon."]);
  expect(first).toContain("  · learned: User lives in Lisbon\n");

  const look = ["/memories", "/open"];
  const ask = ["/new", "Where do I live?"];
  const output = await chat(uri, [...ask, "I moved to Porto.", ...ask, ...look]);
  expect(output).toContain(`Back in "I live in Lisbon.", turn 1.\nYou said: "I live in Lisbon."\n`);
  const [, second = "", third = ""] = output.split("> /new");
  expect(second).toContain("From what I remember: User lives in Lisbon.\n");
  expect(second).toContain("  · learned: ~~User lives in Lisbon~~ → User lives in Porto\n");
  expect(third).toContain("From what I remember: User lives in Porto.\n");
  expect(third).toContain("> /memories\n  User lives in Porto  ~~User lives in Lisbon~~\n");
  expect(third).toContain("  1. Where do I live?\n  2. Where do I live?\n  3. I live in Lisbon.\n");
});

test("what has to be approved is done when it is, and is not when it is not", async () => {
  const uri = await newFolder();
  const output = await chat(uri, [
    "mail Ada: the paint is here",
    "Where do I live?",
    "/approve",
    "mail Bob: no paint for you",
    "/reject that is rude",
    "/approve",
    "/outbox",
  ]);
  expect(output.split(WAITS)).toHaveLength(3);
  expect(output).toContain(`  · send_mail\nSent to Ada: "the paint is here".\n`);
  expect(output).toContain("  · send_mail: not done\nThe user said no: that is rude.\n");
  expect(output).toContain("\n> /approve\nNothing waits for approval.\n");
  expect(output).toContain(`\n> /outbox\n  to Ada: "the paint is here"\n\n> /exit`);
});

test("a process that is killed while it waits, and once more when it was told, sends one mail", async () => {
  const uri = await newFolder();
  const waiting = startChat(uri);
  waiting.say("mail Ada: the paint is here");
  await waiting.until("/approve or /reject it.");
  await waiting.kill();

  const told = startChat(uri, SLOWLY);
  await told.until(`Back in "mail Ada: the paint is here", turn 1.\n`);
  await told.until(WAITS);
  told.say("/approve");
  await told.until("  · send_mail\nSent ");
  await told.kill();

  const output = await chat(uri, ["/approve", "/outbox"]);
  expect(output).toContain("was not answered to its end. The agent goes on with it:\nSent to Ada:");
  expect(output).toContain(`\n> /approve\nNothing waits`);
  expect(output).toContain(`\n> /outbox\n  to Ada: "the paint is here"\n\n> /exit`);
});

test("a turn in which the process is killed is finished by the next, as if nothing had happened", async () => {
  const uri = await newFolder();
  const killed = startChat(uri, SLOWLY);
  killed.say("I live in Lisbon.");
  await killed.until("> I live in Lisbon.\nI ");
  await killed.kill();

  const look = ["/history", "/memories"];
  const next = await chat(uri, look);
  expect(next).toContain(
    `"I live in Lisbon." was not answered to its end. The agent goes on with it:\nI see`,
  );
  const uninterrupted = await chat(await newFolder(), ["I live in Lisbon.", ...look]);
  expect(shown(next)).toBe(shown(uninterrupted));
  expect(shown(next)).toContain("> /memories\n  User lives in Lisbon\n\n");
});

test("one can go back to an earlier turn and on from there, and to what was left behind", async () => {
  const uri = await newFolder();
  const lines = ["note: one", "note: two", "/back 1", "note: three", "/back 9", "/history"];
  const output = await chat(uri, [...lines, "/back 2"]);
  expect(output).toContain(`\n> /back 1\nBack at turn 1: "note: one"\n`);
  expect(output).toContain(`There is no turn "9": /history numbers them.`);
  expect(shown(output)).toContain(
    `\n  1. note: one → Noted: "one".\n  (2. note: two → Noted: "two".)\n  3. note: three → Noted: "three".\n`,
  );

  // Where one went back to is where a process that is started later goes on.
  const later = await chat(uri, ["/history"]);
  expect(later).toContain(`Back in "note: one", turn 2.\nYou said: "note: two"\n`);
  expect(shown(later)).toContain(
    `\n  1. note: one → Noted: "one".\n  2. note: two → Noted: "two".\n  (3. note: three → Noted: "three".)\n`,
  );
});

test("users of one folder know nothing of each other", async () => {
  const uri = await newFolder();
  await chat(uri, ["I live in Lisbon.", "note: the paint is blue"]);
  const other = await chat(uri, ["Where do I live?", "/notes", "/open"], {
    user: "ada@example.com",
  });
  expect(other).toContain("A new conversation.");
  expect(other).toContain("I do not know that yet.");
  expect(other).toContain("\n> /notes\nNothing yet.\n");
  expect(other).toContain("  1. Where do I live?\n\n>");
});

test("with a key a model of OpenAI answers, calls tools and is given what is remembered", async () => {
  const asked: ChatRequest[] = [];
  const server = await startOpenAIServer({
    chat(request) {
      if (typeof request.toolChoice === "object") return { toolCalls: [remember(request)] };
      asked.push(request);
      const last = request.messages.at(-1);
      if (last?.role === "tool") return { text: `The tool said: ${last.content}` };
      if (last?.content.startsWith("Tell Ada")) return { toolCalls: [MAIL] };
      return { text: "Noted." };
    },
  });
  onTestFinished(async () => server.close());
  const env = { OPENAI_API_KEY: "none", OPENAI_BASE_URL: server.baseUrl };

  const uri = await newFolder();
  const output = await chat(uri, ["I live in Lisbon.", "Tell Ada where I live.", "/approve"], {
    env,
  });
  expect(output).toContain("Noted.\n  · learned: User lives in Lisbon\n");
  expect(output).toContain(`  ? send_mail (to: "Ada", text: "In Lisbon.")\n`);
  expect(output).toContain(`  · send_mail\nThe tool said: Sent to Ada: "In Lisbon.".\n`);
  expect(asked.map(({ system }) => system.includes("User lives in Lisbon"))).toEqual([
    false,
    true,
    true,
  ]);
  expect(asked[1]?.tools.map(({ name }) => name)).toEqual(["save_note", "find_notes", "send_mail"]);
});

test("a turn that the model fails is tried again, and nothing else is taken in the meantime", async () => {
  const server = await startOpenAIServer({
    chat(request) {
      if (typeof request.toolChoice === "object") return { toolCalls: [remember(request)] };
      return { text: "Lucky you." };
    },
  });
  onTestFinished(async () => server.close());
  server.fail({ path: "chat", with: { type: "status", status: 401 } });

  const lines = ["I live in Lisbon.", "Hello?", "/continue", "/continue"];
  const env = { OPENAI_API_KEY: "none", OPENAI_BASE_URL: server.baseUrl };
  const output = await chat(await newFolder(), lines, { env });
  expect(output).toMatch(/> I live in Lisbon\.\n {2}· the turn broke off: .*401/);
  expect(output).toContain("> Hello?\nThe last turn broke off:");
  expect(output).toContain("> /continue\nLucky you.\n  · learned: User lives in Lisbon\n");
  expect(output).toContain("> /continue\nNo turn broke off.\n");
});

const MAIL = { name: "send_mail", arguments: { to: "Ada", text: "In Lisbon." } };

/** What the memory's own model answers: the one fact of this conversation, and no verdicts. */
function remember({ toolChoice, messages }: ChatRequest) {
  const { name } = toolChoice as { name: string };
  const says = messages.some(({ content }) => content.includes("I live in Lisbon."));
  const facts = says ? [{ text: "User lives in Lisbon" }] : [];
  return { name, arguments: name === "record_facts" ? { facts } : {} };
}
