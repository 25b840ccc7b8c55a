import { fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { paint } from "../show/style.ts";
import { SESSIONS } from "./conversation.ts";

/**
 * Runs the demo on an empty folder: each session, and then the look back, in a process of its own,
 * so that everything remembered comes from disk.
 */
export async function runDemo(uri: string): Promise<void> {
  await rm(uri, { recursive: true, force: true });
  const steps = [...SESSIONS.map((_, index) => `session ${index + 1}`), "look back"];
  for (const step of steps) await runStep(step, uri);
  console.log(paint("dim", `\nThe memory is in ${uri}. Your turn: pnpm demo --chat`));
}

async function runStep(step: string, uri: string): Promise<void> {
  const child = fork(new URL("run-step.ts", import.meta.url), [step, uri]);
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`The step "${step}" of the demo ended with code ${code}.`);
}
