import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Loads an entry in both ways, and prints what each gave. `module.exports` is a name of Node's own for what is required. */
const PROGRAM = `
const { createRequire } = require("node:module");
const names = (loaded) => Object.keys(loaded).filter((name) => name !== "module.exports").sort();
const entry = process.argv[1];
import(entry).then((imported) => {
  const required = createRequire(process.cwd() + "/").call(undefined, entry);
  console.log(JSON.stringify({ imported: names(imported), required: names(required) }));
});
`;

/** The names that an entry exports to those who import it, and to those who require it. */
export interface Loaded {
  imported: string[];
  required: string[];
}

/**
 * Loads an entry of a package in a Node of its own, as its users' Node finds it: built, by its name,
 * from the folder of the package.
 */
export async function loadEntry(node: string, folder: string, entry: string): Promise<Loaded> {
  const { stdout } = await run(node, ["--eval", PROGRAM, entry], { cwd: folder, timeout: 60_000 });
  return JSON.parse(stdout) as Loaded;
}
