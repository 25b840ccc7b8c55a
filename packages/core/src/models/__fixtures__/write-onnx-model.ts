import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A model in miniature: its words, and what it computes from them. */
export interface TinyModel {
  architecture: string;
  /** The tokens that it knows, in the order of their ids; `[PAD]` and `[UNK]` must be among them. */
  words: readonly string[];
  nodes: readonly Node[];
  /** Values that the nodes use, by name: a table of numbers, or a list of axes. */
  weights: Readonly<Record<string, readonly (readonly number[])[] | { axes: readonly number[] }>>;
  /** What comes out, by name, and how long its last dimension is. */
  output: { name: string; width: number };
}

/** One step of a model: an operator of ONNX, what goes into it and what comes out, by name. */
type Node = readonly [operator: string, inputs: readonly string[], output: string];

/** What the library gives every model of this kind. */
const INPUTS = ["input_ids", "attention_mask", "token_type_ids"];

const [FLOAT, INT64] = [1, 7];

/** Writes the folder of a model as `@huggingface/transformers` reads it. */
export async function writeOnnxModel(path: string, model: TinyModel): Promise<void> {
  const vocab = Object.fromEntries(model.words.map((word, index) => [word, index]));
  const files = {
    "config.json": JSON.stringify({ model_type: "bert", architectures: [model.architecture] }),
    "tokenizer_config.json": JSON.stringify({
      tokenizer_class: "BertTokenizer",
      pad_token: "[PAD]",
      unk_token: "[UNK]",
      model_max_length: 64,
    }),
    "tokenizer.json": JSON.stringify({
      version: "1.0",
      added_tokens: [],
      normalizer: { type: "Lowercase" },
      pre_tokenizer: { type: "WhitespaceSplit" },
      post_processor: {
        type: "TemplateProcessing",
        single: [sequence("A", 0)],
        pair: [sequence("A", 0), sequence("B", 1)],
        special_tokens: {},
      },
      decoder: null,
      model: { type: "WordLevel", vocab, unk_token: "[UNK]" },
    }),
    "onnx/model_quantized.onnx": encodeModel(model),
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
}

/** Where a text of a pair goes, and what its tokens are marked with. */
function sequence(id: "A" | "B", type_id: number): object {
  return { Sequence: { id, type_id } };
}

/** The model in ONNX's format, a protobuf message: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */
function encodeModel({ nodes, weights, output }: TinyModel): Buffer {
  const graph = [
    ...nodes.map(([operator, inputs, result]) =>
      field(
        1,
        Buffer.concat([
          ...inputs.map((name) => field(1, name)),
          field(2, result),
          field(4, operator),
        ]),
      ),
    ),
    field(2, "tiny"),
    ...Object.entries(weights).map(([name, values]) => field(5, encodeTensor(name, values))),
    ...INPUTS.map((name) => field(11, encodeValue(name, INT64, "batch", "length"))),
    field(12, encodeValue(output.name, FLOAT, "batch", "length", output.width)),
  ];
  const opset = Buffer.concat([field(1, ""), field(2, 13)]);
  return Buffer.concat([field(1, 8), field(7, Buffer.concat(graph)), field(8, opset)]);
}

function encodeTensor(name: string, values: TinyModel["weights"][string]): Buffer {
  const { shape, type, bytes } =
    "axes" in values
      ? { shape: [values.axes.length], type: INT64, bytes: BigInt64Array.from(values.axes, BigInt) }
      : {
          shape: [values.length, values[0]?.length ?? 0],
          type: FLOAT,
          bytes: Float32Array.from(values.flat()),
        };
  return Buffer.concat([
    ...shape.map((size) => field(1, size)),
    field(2, type),
    field(8, name),
    field(9, Buffer.from(bytes.buffer)),
  ]);
}

function encodeValue(name: string, type: number, ...shape: (string | number)[]): Buffer {
  const dimensions = shape.map((size) =>
    field(1, typeof size === "string" ? field(2, size) : field(1, size)),
  );
  const tensor = [field(1, type), field(2, Buffer.concat(dimensions))];
  return Buffer.concat([field(1, name), field(2, field(1, Buffer.concat(tensor)))]);
}

/** One field of a protobuf message: numbers as varints below 128, the rest with their length before. */
function field(number: number, content: number | string | Buffer): Buffer {
  if (typeof content === "number") return Buffer.from([number << 3, content]);
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from([(number << 3) | 2]), encodeVarint(bytes.length), bytes]);
}

function encodeVarint(value: number): Buffer {
  return value < 128
    ? Buffer.from([value])
    : Buffer.concat([Buffer.from([(value & 127) | 128]), encodeVarint(value >> 7)]);
}
