// Asks the route of the README in two threads, and prints both answers and what was kept alive.
import { inRequest, settled } from "next/server";
import { POST } from "./route.ts";

async function say(thread, text) {
  const request = new Request("http://localhost/api/chat", {
    method: "POST",
    headers: { "x-user": "alice" },
    body: JSON.stringify({ thread, text }),
  });
  const answer = await inRequest(async () => (await POST(request)).text());
  return [answer, await settled()];
}

console.log(JSON.stringify([await say("t1", "I live in Berlin."), await say("t2", "Where?")]));
