/** What becomes of work on a file; `undefined` when the file is not there. */
export async function ifPresent<RESULT>(work: Promise<RESULT>): Promise<RESULT | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
