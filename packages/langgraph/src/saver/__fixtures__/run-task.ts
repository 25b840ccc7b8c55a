// A process that does one task with a graph, and prints what came of it.
import { LanceDBSaver } from "../lancedb-saver.ts";
import { runTask, type Task } from "./graphs.ts";

const task = JSON.parse(process.argv[2] ?? "") as Task;
const saver = LanceDBSaver.fromUri(task.uri);
const result = await runTask(task, saver);
await saver.end();
process.stdout.write(JSON.stringify(result));
