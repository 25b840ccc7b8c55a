import { link } from "node:fs/promises";

/** Gives a file a second name, whole and at once; `false` when something has that name already. */
export async function makeLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
