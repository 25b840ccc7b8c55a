// Asks the route of the README twice, as useChat does, and prints the chunks of both answers.
import { settled } from "next/server";
import { POST } from "./route.ts";

async function say(text) {
  const message = { id: "1", role: "user", parts: [{ type: "text", text }] };
  const request = new Request("http://localhost/api/chat", {
    method: "POST",
    headers: { "x-user": "alice" },
    body: JSON.stringify({ id: "chat", messages: [message] }),
  });
  const response = await POST(request);
  const chunks = (await response.text()).matchAll(/^data: (\{.*\})$/gm);
  await settled();
  return Array.from(chunks, ([, chunk]) => JSON.parse(chunk));
}

console.log(JSON.stringify([await say("I live in Berlin."), await say("Where do I live?")]));
