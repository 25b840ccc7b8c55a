// Stands for next/server in the tests of the README: keeps what was handed over, to be awaited, and
// refuses to be called outside of a request, as the real one does.
import { AsyncLocalStorage } from "node:async_hooks";

const requests = new AsyncLocalStorage();
const tasks = [];

export function after(task) {
  if (!requests.getStore()) throw new Error("after was called outside of a request.");
  tasks.push(task);
}

export function inRequest(run) {
  return requests.run({}, run);
}

export async function settled() {
  await Promise.all(tasks);
  return tasks.length;
}
