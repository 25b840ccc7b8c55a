import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type BaseCheckpointSaver, MemorySaver } from "@langchain/langgraph-checkpoint";
import { LanceDBSaver } from "@palimpsest/langgraph";
import { openSqliteSaver, type Synchronous } from "./open-sqlite-saver.ts";

/** Somebody who keeps checkpoints. */
export interface SaverSubject {
  readonly name: string;
  /** Whether what it keeps is there for another instance. */
  readonly isLasting: boolean;
  /** Opens it, in a folder of its own. */
  open: (folder: string) => Promise<OpenSaver>;
}

/** An open saver, and how it is let go of. */
export interface OpenSaver {
  saver: BaseCheckpointSaver;
  close: () => Promise<void>;
}

/** The name of ours as it is by default. */
export const OURS = "LanceDBSaver";
/** The name of LangGraph's on disk, which leaves commits to the operating system. */
export const SQLITE = "SqliteSaver (node:sqlite)";

/** Ours and those of LangGraph; the ones on disk as they are by default, and as careful as the other. */
export const SAVER_SUBJECTS: readonly SaverSubject[] = [
  lanceDB(OURS, "fsync"),
  lanceDB(`${OURS} (os)`, "os"),
  sqlite("SqliteSaver (node:sqlite, fsync)", "fsync"),
  sqlite(SQLITE, "os"),
  {
    name: "MemorySaver",
    isLasting: false,
    open: async () => ({ saver: new MemorySaver(), close: async () => {} }),
  },
];

function lanceDB(name: string, durability: "fsync" | "os"): SaverSubject {
  return {
    name,
    isLasting: true,
    async open(uri) {
      const saver = new LanceDBSaver({ uri, durability });
      return { saver, close: () => saver.end() };
    },
  };
}

function sqlite(name: string, synchronous: Synchronous): SaverSubject {
  return {
    name,
    isLasting: true,
    async open(folder) {
      await mkdir(folder, { recursive: true });
      const { saver, close } = openSqliteSaver(join(folder, "checkpoints.sqlite"), { synchronous });
      return { saver, close: async () => close() };
    },
  };
}
