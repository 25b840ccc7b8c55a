import { type Include, InvalidInputError, type Memory, type Scope } from "@palimpsest/core";
import type { Quarantine } from "../wire.ts";

/** Not yet a word of every core that may be installed beside this. */
const QUARANTINED = "quarantined" as string as Include;

/** What was set aside under a scope and below, where core can set aside. */
export async function listQuarantined(
  memory: Pick<Memory, "list">,
  scope: Scope,
  cursor: string | undefined,
): Promise<Quarantine> {
  try {
    const page = await memory.list({
      ...scope,
      include: ["subtree", QUARANTINED],
      filters: { status: "quarantined" },
      cursor,
    });
    return { isAvailable: true, ...page };
  } catch (error) {
    if (!(error instanceof InvalidInputError) || error.parameter !== "include") throw error;
    return { isAvailable: false, results: [] };
  }
}
