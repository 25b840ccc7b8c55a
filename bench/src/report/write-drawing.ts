import { writeFile } from "node:fs/promises";
import { dirname, join, parse } from "node:path";

/** Writes an SVG document beside the figures of a run, under their name; gives its path. */
export async function writeDrawing(json: string, svg: string): Promise<string> {
  const path = join(dirname(json), `${parse(json).name}.svg`);
  await writeFile(path, svg);
  return path;
}
