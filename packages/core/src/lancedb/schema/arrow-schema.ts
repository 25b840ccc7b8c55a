import type { DataType, Schema } from "apache-arrow";
import type { StoredColumn } from "./columns.ts";
import type { Engine } from "../load-engine.ts";

/** Declares the key, without which concurrent merges insert a row twice (0.39.0, lancedb#3377). */
const PRIMARY_KEY = ["lance-schema:unenforced-primary-key", "true"] as const;

type Metadata = readonly (readonly [name: string, value: string])[];

/** The Arrow schema of a table. */
export function toArrowSchema(
  { arrow }: Engine,
  columns: readonly StoredColumn[],
  dimensions: number,
  metadata: { readonly ofKey: Metadata; readonly ofTable: Metadata },
): Schema {
  const ofKey = new Map([PRIMARY_KEY, ...metadata.ofKey]);
  const fields = columns.map(({ property, name, type, optional }) => {
    const isKey = property === "key";
    return new arrow.Field(name, toArrowType(type), optional, isKey ? ofKey : undefined);
  });
  return new arrow.Schema(fields, new Map(metadata.ofTable));

  function toArrowType(type: StoredColumn["type"]): DataType {
    switch (type) {
      case "text":
      case "json":
        return new arrow.Utf8();
      case "integer":
        return new arrow.Int32();
      case "boolean":
        return new arrow.Bool();
      case "time":
        return new arrow.Timestamp(arrow.TimeUnit.MILLISECOND, "UTC");
      case "texts":
        return new arrow.List(new arrow.Field("item", new arrow.Utf8(), true));
      case "bytes":
        return new arrow.Binary();
      case "vector":
        return new arrow.FixedSizeList(
          dimensions,
          new arrow.Field("item", new arrow.Float16(), true),
        );
      default:
        return type satisfies never;
    }
  }
}
