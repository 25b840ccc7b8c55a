import type { Message } from "../../../record.ts";

type Loop = (block: string) => readonly Message[];

const user = (content: string): Message => ({ role: "user", content });
const tool = (content: string): Message => ({ role: "tool", content });

/** Ways in which a block of recalled memories comes back whole, in what the next exchange says. */
export const WHOLE_LOOPS: Readonly<Record<string, Loop>> = {
  "before the user's words": (block) => [user(`${block}\n\nThanks!`)],
  "after the user's words": (block) => [user(`Thanks!\n\n${block}`)],
  "in a system message": (block) => [{ role: "system", content: block }, user("Thanks!")],
  "in a developer message": (block) => [{ role: "developer", content: block }, user("Thanks!")],
  "in a tool's result": (block) => [user("Thanks!"), tool(block)],
  "in a function's result": (block) => [
    user("Thanks!"),
    { role: "function", name: "search_memory", content: `Found:\n${block}` },
  ],
  "in the assistant's answer": (block) => [
    user("Thanks!"),
    { role: "assistant", content: `I know this:\n${block}` },
  ],
  "with line ends of Windows": (block) => [user(`${block.replaceAll("\n", "\r\n")}\r\nThanks!`)],
  indented: (block) => [user(`  ${block.replaceAll("\n", "\n  ")}\nThanks!`)],
  twice: (block) => [user(`${block}\n${block}\nThanks!`)],
  "in parts": (block) => [
    {
      role: "user",
      content: [
        { type: "text", text: block },
        { type: "text", text: "Thanks!" },
      ],
    },
  ],
  "in a fence of code": (block) => [user(`\`\`\`\n${block}\n\`\`\`\nThanks!`)],
};

const textsOf = (block: string) =>
  block.split("\n").flatMap((line) => /^- (.*) \([^()]+\)$/.exec(line)?.[1] ?? []);

/** Ways in which it comes back in pieces or other forms, through somebody who is not the user. */
export const LOOSE_LOOPS: Readonly<Record<string, Loop>> = {
  "as a tool's text": (block) => [user("Thanks!"), tool(textsOf(block).join("\n"))],
  "as a tool's JSON": (block) => [user("Thanks!"), tool(JSON.stringify(textsOf(block)))],
  "as a tool's search": (block) => [
    user("Thanks!"),
    tool(JSON.stringify(textsOf(block).map((memory, id) => ({ id, memory, score: 0.9 })))),
  ],
  "as a block in JSON": (block) => [user("Thanks!"), tool(JSON.stringify({ result: block }))],
  "as a quoted block": (block) => [user("Thanks!"), tool(block.replaceAll(/^/gm, "> "))],
  "as a block without its end": (block) => [
    user("Thanks!"),
    tool(block.replace("</recalled-memories>", "")),
  ],
  "as the assistant's words": (block) => [
    user("Thanks!"),
    { role: "assistant", content: textsOf(block).join("\n") },
  ],
  "in capitals": (block) => [user("Thanks!"), tool(textsOf(block).join("\n").toUpperCase())],
  "with hidden characters": (block) => [
    user("Thanks!"),
    tool(textsOf(block).join("\n").replaceAll(" ", "\u200B ")),
  ],
};
