// An agent with the tools of the README is told something, and looks it up in another thread.
import { agent } from "./tools.ts";

for (const content of ["Remember that I live in Berlin.", "Where do I live?"]) {
  const { messages } = await agent.invoke(
    { messages: [{ role: "user", content }] },
    { configurable: { user_id: "alice" } },
  );
  console.log(messages.at(-1).text);
}
