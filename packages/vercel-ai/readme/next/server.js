// Stands for next/server in the tests of the README: keeps what was handed over, to be awaited.
const tasks = [];

export function after(task) {
  tasks.push(task);
}

export async function settled() {
  await Promise.all(tasks);
}
