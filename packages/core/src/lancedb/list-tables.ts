import type { Connection } from "@lancedb/lancedb";

/** The names of all tables at a place, ours and others', in alphabetical order. */
export async function listTables(connection: Connection): Promise<string[]> {
  const names: string[] = [];
  let pageToken: string | undefined;
  do {
    const page = await connection.listTables(pageToken === undefined ? {} : { pageToken });
    names.push(...page.tables);
    pageToken = page.pageToken;
  } while (pageToken);
  return names;
}
