import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { createMemory } from "@palimpsest/core";

const memory = createMemory({
  uri: process.env["MEMORY_URI"] ?? "./.palimpsest",
  onEvent: (event) => {
    if (event.type === "postponed") console.error(event);
  },
});

const server = createServer((request, response) => {
  void answer(request).then(
    (text) => response.end(text),
    (error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    },
  );
});

async function answer(request: NodeJS.ReadableStream): Promise<string> {
  const userId = "alice"; // from your session, never from the request's body
  const { said } = (await json(request)) as { said: string };
  const block = await memory.context(said, { userId });
  // The exchange is on disk when this resolves; models read it behind the answer.
  await memory.add(said, { userId, mode: "background" });
  return block;
}

// What is under way is finished before the process ends; what a kill cuts off is taken up at the next start.
process.once("SIGTERM", () => {
  server.close(() => void memory.close());
  server.closeIdleConnections();
});

server.listen(Number(process.env["PORT"] ?? 3000), () =>
  console.log("listening:", server.address()),
);
