import { expect } from "vitest";
import { openTestMemory, type TestMemory } from "../../__fixtures__/open-test-memory.ts";
import { MemoryError } from "../../errors.ts";
import { lexicalEmbedder } from "../../models/lexical-embedder.ts";
import { localModel } from "../../models/local/local-model.ts";
import type { MemoryOptions } from "../../settings.ts";
import type { Script } from "../../testing/scripted-model.ts";
import { believe } from "./believe.ts";

/** A memory to attack, in which a bystander has some memories that nothing may touch. */
export interface Target extends TestMemory {
  /** Fails when an attack changed what the bystander has or finds, or the prototype of every object. */
  readonly expectBystanderUntouched: () => Promise<void>;
}

/** The local models, as `createMemory` takes them without a key. */
export const LOCAL: MemoryOptions = { model: localModel(), embedder: lexicalEmbedder() };

const BOB = { userId: "bob" };

/** Opens a memory to attack, by default with a model that believes what it reads. */
export async function openTarget(
  options: MemoryOptions & { script?: Script } = {},
): Promise<Target> {
  const script = { record_facts: [believe], ...options.script };
  const opened = await openTestMemory({ retries: 0, ...options, script });
  const { memory } = opened;
  for (const text of ["Bob lives in Oslo", "Bob keeps his old boat in the harbour"]) {
    await memory.put(text, BOB);
  }
  const [before, prototypes] = [await look(), namePrototypes()];
  return {
    ...opened,
    expectBystanderUntouched: async () => {
      expect(await look()).toEqual(before);
      expect(namePrototypes()).toEqual(prototypes);
    },
  };

  async function look() {
    const { results } = await memory.search("Where does Bob live, and where is his boat?", BOB);
    expect(results).not.toEqual([]);
    return { count: await memory.count({ ...BOB, include: "subtree" }), results };
  }
}

/** What all objects have in common. */
function namePrototypes(): unknown {
  return [Object.prototype, Array.prototype].map((one) => Reflect.ownKeys(one));
}

/** What a call gives, or the error with which it refuses; an error of no family of core's fails the test. */
export async function attempt<RESULT>(call: Promise<RESULT>): Promise<RESULT | MemoryError> {
  try {
    return await call;
  } catch (error) {
    if (MemoryError.isInstance(error)) return error;
    throw error;
  }
}
