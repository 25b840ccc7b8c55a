// Answers a request with what it says, fails where it says so, and otherwise waits for ever.
import { once } from "node:events";

const [request] = (await once(process, "message")) as [{ say?: string; code?: number }];
if (request.say !== undefined) {
  process.send?.({ said: request.say });
  process.disconnect();
} else if (request.code === undefined) {
  process.send?.("waiting");
  setInterval(() => {}, 60_000);
} else {
  process.exit(request.code);
}
