import { Buffer } from "node:buffer";
import type {
  Binary,
  Data,
  DataType,
  FixedSizeList,
  Float16,
  List,
  Schema,
  Table,
  Timestamp,
  Utf8,
} from "apache-arrow";
import type { StoredColumn } from "../schema/columns.ts";
import type { Engine } from "../load-engine.ts";

/** The values of a row by property, each of the type of its column; vectors as 16-bit floats. */
export type PlainRow = Readonly<Record<string, unknown>>;

type Optional<VALUE> = VALUE | undefined;

/**
 * The rows as an Arrow table, whose schema is that of the columns.
 *
 * Made of flat buffers: from objects LanceDB needs three to six times as long, all of it on the
 * event loop (0.39.0).
 */
export function toArrowTable(
  engine: Engine,
  schema: Schema,
  columns: readonly StoredColumn[],
  rows: readonly PlainRow[],
): Table {
  const { arrow } = engine;
  const struct = arrow.makeData({
    type: new arrow.Struct(schema.fields),
    length: rows.length,
    nullCount: 0,
    children: columns.map((column, index) => {
      const values = rows.map((row) => row[column.property]);
      return toData(engine, column, schema.fields[index]?.type as DataType, values);
    }),
  });
  return new arrow.Table([new arrow.RecordBatch(schema, struct)]);
}

function toData(
  engine: Engine,
  column: StoredColumn,
  type: DataType,
  values: readonly unknown[],
): Data {
  const { makeData, Bool, Float16, Int32 } = engine.arrow;
  const common = { length: values.length, ...toNulls(values) };
  switch (column.type) {
    case "text":
      return toTextData(engine, values as Optional<string>[]);
    case "json": {
      const texts = values.map((value) =>
        value === undefined ? undefined : JSON.stringify(value),
      );
      return toTextData(engine, texts);
    }
    case "bytes":
      return toBytesData(engine, new engine.arrow.Binary(), values as Optional<Uint8Array>[]);
    case "integer": {
      const data = Int32Array.from(values as Optional<number>[], (value) => value ?? 0);
      return makeData({ type: new Int32(), ...common, data });
    }
    case "boolean": {
      const data = toBitmap(values.map((value) => value === true));
      return makeData({ type: new Bool(), ...common, data });
    }
    case "time": {
      const times = values as Optional<Date>[];
      const data = BigInt64Array.from(times, (time) => BigInt(time?.getTime() ?? 0));
      return makeData({ type: type as Timestamp, ...common, data });
    }
    case "texts": {
      const lists = values as Optional<string[]>[];
      const valueOffsets = toOffsets(lists.map((list) => list?.length ?? 0));
      const child = toTextData(
        engine,
        lists.flatMap((list) => list ?? []),
      );
      return makeData({
        type: type as List<Utf8>,
        ...common,
        valueOffsets,
        child: child as Data<Utf8>,
      });
    }
    case "vector": {
      const { listSize } = type as FixedSizeList<Float16>;
      const data = new Uint16Array(values.length * listSize);
      for (const [index, vector] of (values as Optional<Uint16Array>[]).entries()) {
        if (vector) data.set(vector, index * listSize);
      }
      const child = makeData({ type: new Float16(), length: data.length, data });
      return makeData({ type: type as FixedSizeList<Float16>, ...common, child });
    }
    default:
      return column.type satisfies never;
  }
}

function toTextData(engine: Engine, texts: readonly Optional<string>[]): Data {
  const bytes = texts.map((text) => (text === undefined ? undefined : Buffer.from(text)));
  return toBytesData(engine, new engine.arrow.Utf8(), bytes);
}

function toBytesData(
  { arrow }: Engine,
  type: Utf8 | Binary,
  values: readonly Optional<Uint8Array>[],
): Data {
  return arrow.makeData({
    // Both are laid out alike, and the types of apache-arrow (18.1.0) know no "either".
    type: type as Utf8,
    length: values.length,
    ...toNulls(values),
    valueOffsets: toOffsets(values.map((bytes) => bytes?.length ?? 0)),
    data: Buffer.concat(values.filter((bytes) => bytes !== undefined)),
  });
}

function toNulls(values: readonly unknown[]) {
  const isThere = values.map((value) => value !== undefined);
  const nullCount = isThere.filter((is) => !is).length;
  return { nullCount, nullBitmap: nullCount === 0 ? undefined : toBitmap(isThere) };
}

function toBitmap(flags: readonly boolean[]): Uint8Array {
  const bitmap = new Uint8Array(Math.ceil(flags.length / 8));
  for (const [index, flag] of flags.entries()) {
    if (flag) bitmap[index >> 3] = (bitmap[index >> 3] ?? 0) | (1 << (index & 7));
  }
  return bitmap;
}

function toOffsets(lengths: readonly number[]): Int32Array {
  const offsets = new Int32Array(lengths.length + 1);
  for (const [index, length] of lengths.entries()) {
    offsets[index + 1] = (offsets[index] ?? 0) + length;
  }
  return offsets;
}
