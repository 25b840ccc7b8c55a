import { join } from "node:path";
import type { Connection } from "@lancedb/lancedb";
import { attendFolder, type Attendance } from "./turns/attend-folder.ts";
import { connect } from "./connect.ts";
import { createFolderLock } from "./turns/folder-lock.ts";
import type { Engine } from "./load-engine.ts";
import type { Location } from "./resolve-uri.ts";
import { takeTurns, type Turns } from "./turns/take-turns.ts";

/** Where a store is, opened, and how it gets on with others there. */
export interface Place extends Location {
  readonly connection: Connection;
  /** Of a folder only. */
  readonly attendance: Attendance | undefined;
  readonly turns: Turns;
  /** Lets go of it. */
  leave(): Promise<void>;
}

/**
 * Connects to a place, and enters it; `of` names a table there that is kept apart from the others.
 *
 * @throws {StoreError} when it is a bucket or a file system on which no write is safe.
 */
export async function openPlace(
  engine: Engine,
  location: Location,
  storageOptions: Readonly<Record<string, string>> | undefined,
  { of }: { of?: string } = {},
): Promise<Place> {
  const isFolder = location.kind === "folder";
  const attendance = isFolder ? await attendFolder(location.uri, { ...(of && { of }) }) : undefined;
  try {
    const connection = await connect(engine, location, storageOptions);
    return {
      ...location,
      connection,
      attendance,
      turns: takeTurns(attendance?.isKnown ? createFolderLock(attendance) : undefined),
      async leave() {
        connection.close();
        await attendance?.leave();
      },
    };
  } catch (error) {
    await attendance?.leave();
    throw error;
  }
}

/** The folder of a table. */
export function toTableFolder({ uri }: Location, name: string): string {
  return join(uri, `${name}.lance`);
}
