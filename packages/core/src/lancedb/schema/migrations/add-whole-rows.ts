import { TABLES } from "../../../ports/tables.ts";
import { toArrowSchema } from "../arrow-schema.ts";
import { toStoredColumns, WHOLE, WRITES } from "../columns.ts";
import type { Migration } from "../migrate-table.ts";
import { fromArrowTable } from "../../rows/read-arrow.ts";
import { toFloat16 } from "../../rows/float16.ts";
import { toArrowTable } from "../../rows/write-arrow.ts";

const BATCH = 500;

/** Version 2: rows stand whole in a column of their own, from which they are read. */
export const addWholeRows: Migration = async ({ engine, table, name, keyName }) => {
  const { arrow } = engine;
  const { fields } = await table.schema();
  if (!fields.some((field) => field.name === WHOLE.name)) {
    await table.addColumns(new arrow.Field(WHOLE.name, new arrow.Utf8(), true));
  }
  // Those that later versions added are not there yet.
  const columns = [...toStoredColumns(TABLES[name]), WRITES].filter((column) =>
    fields.some((field) => field.name === column.name),
  );
  const wholeColumn = { ...WHOLE, optional: true };
  const vectors = fields.find((field) => field.name === "vector");
  const dimensions = vectors?.type.listSize ?? 0;
  const schema = toArrowSchema(engine, [...columns, wholeColumn], dimensions, {
    ofKey: [],
    ofTable: [],
  });
  for (;;) {
    const answer = await table
      .query()
      .where(`${WHOLE.name} IS NULL`)
      .select(columns.map((column) => column.name))
      .limit(BATCH)
      .toArrow();
    if (answer.numRows === 0) return;
    const rows = fromArrowTable<Record<string, unknown>>(answer, columns).map(
      ({ vector, writes, ...row }) => ({
        ...row,
        writes,
        ...(vector instanceof Float32Array && { vector: Uint16Array.from(vector, toFloat16) }),
        [WHOLE.property]: JSON.stringify(row),
      }),
    );
    await table
      .mergeInsert(keyName)
      .whenMatchedUpdateAll()
      .useIndex(false)
      .execute(toArrowTable(engine, schema, [...columns, wholeColumn], rows));
  }
};
