import { type Place, toTableFolder } from "./open-place.ts";
import type { Opening } from "./open-table.ts";
import { openRecovered, type Recovery } from "./recovery/recover-table.ts";
import { warn } from "../warn.ts";

/** How tables are opened at a place: in a folder those with a damaged head at the version before it. */
export function openingAt(
  place: Place,
  onRecovered: (recovery: Recovery) => void = warnOfRecovery,
): Opening {
  const { kind, turns } = place;
  return {
    turns,
    async open(name, open) {
      if (kind !== "folder") return open();
      return openRecovered(toTableFolder(place, name), { open, turns, onRecovered });
    },
  };
}

function warnOfRecovery({ table, version, quarantined }: Recovery): void {
  warn(
    `The table "${table}" was opened at version ${version}: newer ones were damaged, and are now in ${quarantined.join(", ")}.`,
  );
}
