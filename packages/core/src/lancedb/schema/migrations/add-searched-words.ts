import type { VersionRow, EpisodeRow } from "../../../ports/stored-rows.ts";
import { TABLES } from "../../../ports/tables.ts";
import { termsOf, termsOfMessages } from "../../../text/analyze-text.ts";
import { compileFilter } from "../../reads/compile-filter.ts";
import { fromArrowTable } from "../../rows/read-arrow.ts";
import { toArrowTable } from "../../rows/write-arrow.ts";
import { toArrowSchema } from "../arrow-schema.ts";
import { findColumn, toStoredColumns, WHOLE } from "../columns.ts";
import type { Migration } from "../migrate-table.ts";

/** Rows of one commit: each reads all keys of the table, so few large ones cost less than many small. */
const BATCH = 5_000;

/** How the words of a row are found, in the tables that are searched by them. */
const WORDS: Readonly<Record<string, (row: never) => readonly string[]>> = {
  memories: ({ text }: VersionRow) => termsOf(text),
  episodes: ({ messages }: EpisodeRow) =>
    termsOfMessages(JSON.parse(messages) as { role: string; content: string }[]),
};

/**
 * Version 3: exchanges have words to be searched by, memories have those that texts of every language
 * give, and relations.
 */
export const addSearchedWords: Migration = async ({ engine, table, name, keyName }) => {
  const { arrow } = engine;
  const wordsOf = WORDS[name];
  if (wordsOf === undefined) return;
  const { fields } = await table.schema();
  for (const added of ["terms", "relations"]) {
    if (!(added in TABLES[name]) || fields.some((field) => field.name === added)) continue;
    await table.addColumns(new arrow.Field(added, new arrow.Utf8(), true));
  }
  const columns = toStoredColumns(TABLES[name]);
  const read = [findColumn(columns, "key"), WHOLE];
  const written = [...read, findColumn(columns, "terms")];
  const schema = toArrowSchema(engine, written, 0, { ofKey: [], ofTable: [] });
  // Rows are not marked as done: they are taken in the order of their keys, and a run that was killed begins anew.
  for (let last = ""; ;) {
    const answer = await table
      .query()
      .where(compileFilter({ column: "key", isAbove: last }, columns))
      .select(read.map((column) => column.name))
      .orderBy([{ columnName: keyName, ascending: true, nullsFirst: false }])
      .limit(BATCH)
      .toArrow();
    if (answer.numRows === 0) return;
    const rows = fromArrowTable<{ key: string; whole: string }>(answer, read).map(
      ({ key, whole }) => {
        const row = JSON.parse(whole) as Record<string, unknown>;
        const terms = wordsOf(row as never).join(" ");
        return { key, terms, whole: JSON.stringify({ ...row, terms }) };
      },
    );
    await table
      .mergeInsert(keyName)
      .whenMatchedUpdateAll()
      .useIndex(false)
      .execute(toArrowTable(engine, schema, written, rows));
    last = rows.at(-1)?.key ?? last;
  }
};
