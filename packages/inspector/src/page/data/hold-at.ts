import type { PastVersion } from "../../wire.ts";

/** When to look, in the world and in what was known; absent for now. */
export interface LookingTime {
  asOf?: string | undefined;
  knownAt?: string | undefined;
}

/**
 * The versions that held at a time, as `search` understands its `asOf` and `knownAt`: by present
 * knowledge what was true then; by what was known then; with both what was then held true of that time.
 * Of versions that took each other's place the newest. Oldest first.
 */
export function holdAt(
  versions: readonly PastVersion[],
  { asOf, knownAt }: LookingTime,
  now: string = new Date().toISOString(),
): PastVersion[] {
  const newest = new Map<string, PastVersion>();
  for (const version of versions) {
    if (!isHeld(version, { asOf, knownAt })) continue;
    if (isExpired(version, asOf ?? knownAt ?? now)) continue;
    const other = newest.get(version.lineage);
    if (other === undefined || other.slot < version.slot) newest.set(version.lineage, version);
  }
  return [...newest.values()].toSorted(
    (a, b) => a.validFrom.localeCompare(b.validFrom) || a.id.localeCompare(b.id),
  );
}

function isHeld(version: PastVersion, { asOf, knownAt }: LookingTime): boolean {
  const { status, validFrom, validTo, recordedAt, supersededAt } = version;
  if (asOf === undefined && knownAt === undefined) return status === "current";
  if (status === "retracted" || status === "quarantined") return false;
  if (asOf !== undefined && validFrom > asOf) return false;
  if (knownAt !== undefined && recordedAt > knownAt) return false;
  const isStillHeld =
    knownAt === undefined
      ? validTo === undefined
      : supersededAt === undefined || supersededAt > knownAt;
  return isStillHeld || (asOf !== undefined && validTo !== undefined && validTo > asOf);
}

function isExpired({ expiresAt }: PastVersion, moment: string): boolean {
  return expiresAt !== undefined && expiresAt <= moment;
}

/** The moments of some columns at which something changed, oldest first. */
export function momentsOf(
  versions: readonly PastVersion[],
  columns: readonly ("validFrom" | "validTo" | "recordedAt" | "supersededAt")[],
): string[] {
  const moments = versions.flatMap((version) => columns.flatMap((column) => version[column] ?? []));
  return [...new Set(moments)].toSorted();
}
