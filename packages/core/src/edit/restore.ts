import type { Engine } from "../engine.ts";
import { InvalidInputError, MemoryNotFoundError } from "../errors.ts";
import { assertOwned, findLastVersion, readId } from "../look-up/find-version.ts";
import type { Change } from "../record.ts";
import { parseScope, type Scope } from "../scope.ts";
import { readLineages, revive } from "./revive.ts";
import { changeByHand, onlyChange } from "./write-by-hand.ts";

/**
 * Makes an earlier version of a memory current again, in the place of whatever took its place; or
 * lets one in that is in quarantine. Its origin and its kind stay what they were.
 *
 * @throws {MemoryNotFoundError} when the scope sees no memory of that id.
 * @throws {InvalidInputError} when it has no such version, or that version is current.
 */
export async function restore(
  engine: Engine,
  id: string,
  version: number,
  options: Scope & { signal?: AbortSignal | undefined },
): Promise<Change> {
  const scope = parseScope(options);
  const result = await changeByHand(
    engine,
    scope,
    async (store) => {
      const last = await findLastVersion(store, id, scope);
      if (last === undefined) throw new MemoryNotFoundError(readId(id));
      const [lineage = []] = await readLineages(store, [last.lineage]);
      const wanted = lineage.find((row) => row.memoryId === id && row.version === version);
      if (wanted === undefined || wanted.status === "current" || wanted.status === "retracted") {
        throw new InvalidInputError(
          wanted === undefined
            ? `The memory "${id}" has no version ${version}.`
            : `Version ${version} of the memory "${id}" is ${wanted.status}, not an earlier text.`,
          { parameter: "version", value: version },
        );
      }
      assertOwned(wanted, scope);
      const isHeldBack = wanted.status === "quarantined";
      const reason = isHeldBack ? "released by hand" : "restored by hand";
      const released = isHeldBack ? { ...wanted, status: "superseded" as const } : wanted;
      return [revive(engine, lineage, released, `version ${version} ${reason}`)];
    },
    options.signal,
  );
  return onlyChange(result);
}
