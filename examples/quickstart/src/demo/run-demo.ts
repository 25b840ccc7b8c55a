import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, rm } from "node:fs/promises";
import { InvalidInputError } from "@palimpsest/core";
import { paint } from "../show/style.ts";
import { SESSIONS } from "./conversation.ts";

/**
 * Runs the demo on an empty folder: each session, and then the look back, in a process of its own,
 * so that everything remembered comes from disk.
 *
 * The folder is the demo's own, from which an earlier run is removed, or the given one.
 *
 * @throws {InvalidInputError} when the given one holds anything: what is in it may be a person's.
 */
export async function runDemo(ownFolder: string, given?: string): Promise<void> {
  const uri = given ?? ownFolder;
  if (given === undefined) await rm(ownFolder, { recursive: true, force: true });
  else await assertEmpty(given);
  const steps = [...SESSIONS.map((_, index) => `session ${index + 1}`), "look back"];
  for (const step of steps) await runStep(step, uri);
  console.log(paint("dim", `\nThe memory is in ${uri}. Your turn: pnpm demo --chat`));
}

async function assertEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length === 0) return;
  throw new InvalidInputError(
    `${folder} is not empty, and the demo begins with an empty memory. Name a new folder as --uri.`,
    { parameter: "--uri", value: folder },
  );
}

async function runStep(step: string, uri: string): Promise<void> {
  const child = fork(new URL("run-step.ts", import.meta.url), [step, uri]);
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`The step "${step}" of the demo ended with code ${code}.`);
}
