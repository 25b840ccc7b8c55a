export { durableTable, type DurableTableOptions } from "../lancedb/durable/durable-table.ts";
export type {
  DurableTable,
  KeyedRow,
  NearestQuery,
  TableDefinition,
  TableQuery,
} from "../ports/durable-table.ts";
export type { Condition } from "../ports/condition.ts";
export type { Columns, Column, ColumnType } from "../ports/tables.ts";
export { ClosedError, InvalidInputError, MemoryError, StoreError } from "../errors.ts";
