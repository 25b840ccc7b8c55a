import { TABLES } from "../../../ports/tables.ts";
import { toArrowSchema } from "../arrow-schema.ts";
import { toStoredColumns } from "../columns.ts";
import type { Migration } from "../migrate-table.ts";

const ADDED = ["attemptedAt", "retryAt", "failures", "modelCalls", "tokens"];

/** Version 4: exchanges say when they were worked on, what that cost, and when they are due again. */
export const addAttempts: Migration = async ({ engine, table, name }) => {
  if (name !== "episodes") return;
  const { fields: existing } = await table.schema();
  const missing = toStoredColumns(TABLES.episodes).filter(
    ({ property, name: column }) =>
      ADDED.includes(property) && !existing.some((field) => field.name === column),
  );
  if (missing.length === 0) return;
  const { fields } = toArrowSchema(engine, missing, 0, { ofKey: [], ofTable: [] });
  await table.addColumns(fields);
};
