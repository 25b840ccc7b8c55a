import { registerHooks } from "node:module";

const STAND_IN = new URL("better-sqlite3.ts", import.meta.url).href;

/**
 * mem0's open-source memory, kept from the network and from the home folder.
 *
 * It imports better-sqlite3 whatever store it is given (3.3.1), and that one has to be downloaded for
 * each machine, so it gets Node's own SQLite instead. Telemetry is on unless the environment says
 * otherwise before the import.
 */
export async function loadMem0(folder: string) {
  process.env["MEM0_TELEMETRY"] = "false";
  process.env["MEM0_DIR"] = folder;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const isMem0s = specifier === "better-sqlite3" && context.parentURL?.includes("/mem0ai/");
      return nextResolve(isMem0s ? STAND_IN : specifier, context);
    },
  });
  return import("mem0ai/oss");
}
