import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InvalidInputError, ModelCallError } from "../errors.ts";
import { writeOnnxModel } from "./__fixtures__/write-onnx-model.ts";
import { transformersReranker } from "./transformers-reranker.ts";

// A whole model in miniature: it adds up what its words are worth, those of the text ten times.
const WORTH: Readonly<Record<string, number>> = {
  "[PAD]": 50,
  "[UNK]": 0,
  tea: 0.1,
  milk: -0.2,
};

let folder: string;
let model: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "palimpsest-"));
  model = join(folder, "tiny");
  await writeModel(model);
});
afterAll(async () => rm(folder, { recursive: true }));

const sigmoid = (value: number) => expect.closeTo(1 / (1 + Math.exp(-value)), 6);

describe("transformersReranker", () => {
  test("gives the sigmoid of what the model makes of query and text", async () => {
    const reranker = transformersReranker({ model });
    const texts = ["tea", "milk", "tea milk", "tea tea coffee"];
    expect(await reranker.rerank("tea", texts)).toEqual([1.1, -1.9, -0.9, 2.1].map(sigmoid));
    expect(await reranker.rerank("Milk", texts)).toEqual([0.8, -2.2, -1.2, 1.8].map(sigmoid));
    expect(await reranker.rerank("tea", [])).toEqual([]);
  });

  test("gives a text the same relevance alone and beside longer ones", async () => {
    const reranker = transformersReranker({ model });
    const texts = ["tea", "milk tea tea tea milk", "milk coffee"];
    const alone = await Promise.all(texts.map(async (text) => reranker.rerank("tea", [text])));
    expect(await reranker.rerank("tea", texts)).toEqual(alone.flat());
  });

  test("leaves a text its place beside a query that is too long", async () => {
    const reranker = transformersReranker({ model });
    const [tea, milk] = await reranker.rerank("coffee ".repeat(100), ["tea", "milk"]);
    expect(tea).toBeGreaterThan(milk ?? 1);
  });

  test("is named after the model and its weights, not after where they lie", () => {
    expect(transformersReranker().id).toBe("transformers/Xenova/ms-marco-MiniLM-L-6-v2@q8");
    const own = transformersReranker({ model: "/models/tiny", dtype: "fp32" });
    expect(own.id).toBe("transformers/tiny@fp32");
  });

  test("says so when the model is no reranker", async () => {
    const classifier = join(folder, "classifier");
    await writeModel(classifier, 2);
    const reranking = transformersReranker({ model: classifier }).rerank("tea", ["milk"]);
    await expect(reranking).rejects.toBeInstanceOf(InvalidInputError);
    await expect(reranking).rejects.toThrow(`${classifier} gives 2`);
  });

  test("loads again after a load that failed", async () => {
    const late = join(folder, "late");
    const reranker = transformersReranker({ model: late });
    const rerank = async () => reranker.rerank("tea", ["tea"]);
    const failures = await Promise.allSettled([rerank(), rerank()]);
    for (const failure of failures) {
      expect(failure).toMatchObject({ status: "rejected", reason: expect.any(ModelCallError) });
      expect(failure).toMatchObject({ reason: { retryable: true } });
    }
    await writeModel(`${late}.part`);
    await rename(`${late}.part`, late);
    expect(await rerank()).toEqual([sigmoid(1.1)]);
  });

  test("rejects with the signal's reason, before and between texts", async () => {
    const reranker = transformersReranker({ model });
    const reason = new Error("Enough.");
    const aborted = reranker.rerank("tea", ["tea"], { signal: AbortSignal.abort(reason) });
    await expect(aborted).rejects.toBe(reason);

    await reranker.rerank("tea", ["tea"]);
    const controller = new AbortController();
    const texts = Array<string>(1_000).fill("tea");
    const running = reranker.rerank("tea", texts, { signal: controller.signal });
    setImmediate(() => controller.abort(reason));
    await expect(running).rejects.toBe(reason);
  });

  test("says what to install when the package is missing", async () => {
    const source = join(folder, "elsewhere", "src");
    await mkdir(join(source, "models"), { recursive: true });
    await cp(join(import.meta.dirname, "../errors.ts"), join(source, "errors.ts"));
    for (const name of ["import-transformers.ts", "transformers-reranker.ts"]) {
      await cp(join(import.meta.dirname, name), join(source, "models", name));
    }
    const script = `
      import { transformersReranker } from "./models/transformers-reranker.ts";
      const error = await transformersReranker().rerank("a", ["b"]).catch((error) => error);
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

/** Writes the folder of a model that adds up words: `logits = Σ words[input_ids] · segments[token_type_ids]`. */
async function writeModel(path: string, labels = 1): Promise<void> {
  const wide = (value: number) => Array<number>(labels).fill(value);
  await writeOnnxModel(path, {
    architecture: "BertForSequenceClassification",
    words: Object.keys(WORTH),
    nodes: [
      ["Gather", ["words", "input_ids"], "worth"],
      ["Gather", ["segments", "token_type_ids"], "weight"],
      ["Mul", ["worth", "weight"], "weighted"],
      ["ReduceSum", ["weighted", "tokens"], "logits"],
    ],
    weights: {
      words: Object.values(WORTH).map(wide),
      segments: [1, 10].map(wide),
      tokens: { axes: [1] },
    },
    output: { name: "logits", width: labels },
  });
}
