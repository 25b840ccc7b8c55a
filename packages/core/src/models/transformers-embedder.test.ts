import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EmbeddingError, InvalidInputError } from "../errors.ts";
import { writeOnnxModel } from "./__fixtures__/write-onnx-model.ts";
import { transformersEmbedder } from "./transformers-embedder.ts";

// A whole model in miniature: the vector of a word is its row in this table.
const TABLE: Readonly<Record<string, readonly number[]>> = {
  "[PAD]": [9, 9, 9],
  "[UNK]": [0, 0, 1],
  tea: [3, 0, 0],
  milk: [0, 4, 0],
  "query:": [0, 0, 2],
  "passage:": [0, 2, 0],
};

let folder: string;
let model: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "palimpsest-"));
  model = join(folder, "tiny");
  await writeModel(model);
});
afterAll(async () => rm(folder, { recursive: true }));

describe("transformersEmbedder", () => {
  test("gives the mean of the words' vectors, of length 1", async () => {
    const embedder = transformersEmbedder({ model, dimensions: 3 });
    const vectors = await embedder.embed(["tea milk", "Tea", "tea tea coffee"], {
      purpose: "document",
    });
    expect(vectors).toEqual([
      closeTo([0.6, 0.8, 0]),
      closeTo([1, 0, 0]),
      closeTo([6 / Math.hypot(6, 1), 0, 1 / Math.hypot(6, 1)]),
    ]);
  });

  test("gives the vector of the first or last word for another pooling", async () => {
    const options = { model, dimensions: 3 };
    const first = transformersEmbedder({ ...options, pooling: "cls" });
    const last = transformersEmbedder({ ...options, pooling: "last_token" });
    const document = { purpose: "document" } as const;
    expect(await first.embed(["tea milk"], document)).toEqual([closeTo([1, 0, 0])]);
    expect(await last.embed(["tea milk"], document)).toEqual([closeTo([0, 1, 0])]);
  });

  test("gives a text the same vector alone and beside longer ones", async () => {
    const embedder = transformersEmbedder({ model, dimensions: 3 });
    const texts = ["tea", "milk tea tea tea milk", "milk coffee"];
    const together = await embedder.embed(texts, { purpose: "query" });
    const alone = await Promise.all(
      texts.map(async (text) => embedder.embed([text], { purpose: "query" })),
    );
    expect(together).toEqual(alone.flat());
    expect(await embedder.embed([], { purpose: "query" })).toEqual([]);
  });

  test("puts the prefix of the purpose before the text", async () => {
    const embedder = transformersEmbedder({
      model,
      dimensions: 3,
      queryPrefix: "query: ",
      documentPrefix: "passage: ",
    });
    const [query] = await embedder.embed(["tea"], { purpose: "query" });
    const [document] = await embedder.embed(["tea"], { purpose: "document" });
    const length = Math.hypot(3, 2);
    expect(query).toEqual(closeTo([3 / length, 0, 2 / length]));
    expect(document).toEqual(closeTo([3 / length, 2 / length, 0]));
  });

  test("is named after the model and its weights, not after where they lie", () => {
    expect(transformersEmbedder()).toMatchObject({
      id: "transformers/Xenova/multilingual-e5-small@q8",
      dimensions: 384,
      similarityRange: [0.75, 0.95],
    });
    const own = transformersEmbedder({ model: "/models/tiny", dimensions: 3, dtype: "fp32" });
    expect(own).toMatchObject({ id: "transformers/tiny@fp32", dimensions: 3 });
    expect(own.similarityRange).toBeUndefined();
  });

  test.each([undefined, 0, 2.5])("wants the dimensions of another model, not %s", (dimensions) => {
    expect(() => transformersEmbedder({ model, dimensions })).toThrow(InvalidInputError);
  });

  test("says so when the dimensions are not the model's", async () => {
    const embedding = transformersEmbedder({ model, dimensions: 4 }).embed(["tea"], {
      purpose: "query",
    });
    await expect(embedding).rejects.toBeInstanceOf(EmbeddingError);
    await expect(embedding).rejects.toMatchObject({ retryable: false });
    await expect(embedding).rejects.toThrow("have 3 dimensions, not 4");
  });

  test("loads again after a load that failed", async () => {
    const late = join(folder, "late");
    const embedder = transformersEmbedder({ model: late, dimensions: 3 });
    const embed = async () => embedder.embed(["tea"], { purpose: "query" });
    const failures = await Promise.allSettled([embed(), embed()]);
    for (const failure of failures) {
      expect(failure).toMatchObject({ status: "rejected", reason: expect.any(EmbeddingError) });
      expect(failure).toMatchObject({ reason: { retryable: true } });
    }
    await writeModel(`${late}.part`);
    await rename(`${late}.part`, late);
    expect(await embed()).toEqual([closeTo([1, 0, 0])]);
  });

  test("rejects with the signal's reason, before and between texts", async () => {
    const embedder = transformersEmbedder({ model, dimensions: 3 });
    const reason = new Error("Enough.");
    const aborted = embedder.embed(["tea"], {
      purpose: "query",
      signal: AbortSignal.abort(reason),
    });
    await expect(aborted).rejects.toBe(reason);

    await embedder.embed(["tea"], { purpose: "query" });
    const controller = new AbortController();
    const { signal } = controller;
    const running = embedder.embed(Array<string>(1_000).fill("tea"), { purpose: "query", signal });
    setImmediate(() => controller.abort(reason));
    await expect(running).rejects.toBe(reason);
  });

  test("says what to install when the package is missing", async () => {
    const source = join(folder, "elsewhere", "src");
    const here = import.meta.dirname;
    await mkdir(join(source, "models"), { recursive: true });
    await cp(join(here, "../errors.ts"), join(source, "errors.ts"));
    for (const name of ["import-transformers.ts", "transformers-embedder.ts"]) {
      await cp(join(here, name), join(source, "models", name));
    }
    const script = `
      import { transformersEmbedder } from "./models/transformers-embedder.ts";
      const error = await transformersEmbedder().embed(["a"], { purpose: "query" }).catch((error) => error);
      console.log(error.name, error.message);
    `;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--input-type=module", "--eval", script],
      { cwd: source },
    );
    expect(stdout).toMatch(/^InvalidInputError .*npm install @huggingface\/transformers/);
  });
});

function closeTo(vector: readonly number[]): unknown {
  return expect.toSatisfy(
    (actual: Float32Array) =>
      actual.length === vector.length &&
      vector.every((value, index) => Math.abs(value - actual[index]!) < 1e-6),
  );
}

/** Writes the folder of a model that looks each word up in the table. */
async function writeModel(path: string): Promise<void> {
  await writeOnnxModel(path, {
    architecture: "BertModel",
    words: Object.keys(TABLE),
    nodes: [["Gather", ["table", "input_ids"], "last_hidden_state"]],
    weights: { table: Object.values(TABLE) },
    output: { name: "last_hidden_state", width: 3 },
  });
}
