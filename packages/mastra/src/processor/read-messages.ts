import type { MastraDBMessage, MessageList } from "@mastra/core/agent";
import { cutQuery, separateRecalled } from "@palimpsest/core/adapter";

/** What a person said. */
export interface Said {
  readonly id: string;
  readonly text: string;
}

/** What is new in a run: what the person said, and what was answered. */
export interface Heard {
  readonly said: readonly Said[];
  /** The text of all steps; `""` when there was none. Reasoning and results of tools are not text. */
  readonly answer: string;
}

/**
 * What is new in a run. `messages` of the processor is not: it is the whole history once another
 * processor returned the list (core 1.71), and what is not saved yet is empty under savePerStep.
 */
export function readHeard(messageList: MessageList): Heard {
  const { input, response } = readNew(messageList);
  const answers = new Set(response.map(({ id }) => id));
  const echoed = input.filter(({ id }) => !answers.has(id));
  // A client may send the history again; it ends with what was answered before.
  const lastAnswer = echoed.findLastIndex(({ role }) => role === "assistant");
  return {
    said: echoed.slice(lastAnswer + 1).flatMap(toSaid),
    answer: response
      .filter(({ role }) => role === "assistant")
      .map(readText)
      .filter((text) => text.trim() !== "")
      .join("\n"),
  };
}

/** Messages of the run itself, which all carry the ids of its thread and resource. */
export function readOwnMessages(messageList: MessageList): readonly MastraDBMessage[] {
  const { input, response } = readNew(messageList);
  return [...input, ...response];
}

/** What to look for: what the person said last, in this run or before. */
export function readQuery(messageList: MessageList): string {
  const said = [...messageList.get.all.db(), ...messageList.get.input.db()].flatMap(toSaid);
  return cutQuery(said.at(-1)?.text ?? "");
}

function readNew({ get, getPersisted }: MessageList) {
  return {
    input: unite(getPersisted.input.db(), get.input.db()),
    response: unite(getPersisted.response.db(), get.response.db()),
  };
}

/** The messages of both, each once, as the later list has it. */
function unite(
  before: readonly MastraDBMessage[],
  now: readonly MastraDBMessage[],
): readonly MastraDBMessage[] {
  return [...new Map([...before, ...now].map((message) => [message.id, message])).values()];
}

function toSaid(message: MastraDBMessage): Said[] {
  if (!isByPerson(message)) return [];
  const text = separateRecalled(readText(message)).said;
  return text.trim() === "" ? [] : [{ id: message.id, text }];
}

/** Studio and `sendMessage` deliver what a person says as a signal (core 1.71). */
function isByPerson({ role, content }: MastraDBMessage): boolean {
  if (role !== "signal") return role === "user";
  const signal: unknown = content.metadata?.["signal"];
  const type = typeof signal === "object" && signal !== null && "type" in signal && signal.type;
  return type === "user" || type === "user-message";
}

function readText({ content }: MastraDBMessage): string {
  return content.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}
