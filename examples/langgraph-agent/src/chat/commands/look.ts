import { namespaceOf } from "../../agent/namespaces.ts";
import type { Mail } from "../../agent/mail-tool.ts";
import type { Note } from "../../agent/note-tools.ts";
import { strike } from "../../show/style.ts";
import type { Command } from "./command.ts";

export const memories: Command = {
  usage: "/memories",
  help: "what is known of you, whatever conversation it is from, over what it replaced",
  async run({ opened: { memory }, userId }) {
    const { results } = await memory.list({ userId, include: "subtree", limit: 1_000 });
    for (const { id, memory: text, sessionId } of results) {
      const scope = sessionId === undefined ? { userId } : { userId, sessionId };
      const { results: versions } = await memory.history(id, scope);
      const before = versions.map((version) => version.memory).filter((other) => other !== text);
      console.log(`  ${[text, ...new Set(before.toReversed().map(strike))].join("  ")}`);
    }
    if (results.length === 0) console.log("Nothing yet.");
  },
};

export const notes: Command = {
  usage: "/notes",
  help: "what you had noted down",
  async run({ opened: { store }, userId }) {
    const items = await store.search(namespaceOf("notes", userId), { limit: 1_000 });
    for (const { value } of items) console.log(`  "${(value as Note).text}"`);
    if (items.length === 0) console.log("Nothing yet.");
  },
};

export const outbox: Command = {
  usage: "/outbox",
  help: "what was sent",
  async run({ opened: { store }, userId }) {
    const items = await store.search(namespaceOf("outbox", userId), { limit: 1_000 });
    for (const { value } of items) {
      const { to, text } = value as Mail;
      console.log(`  to ${to}: "${text}"`);
    }
    if (items.length === 0) console.log("Nothing yet.");
  },
};
