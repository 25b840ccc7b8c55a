import { mkdir, writeFile } from "node:fs/promises";
import { cpus, loadavg, totalmem } from "node:os";
import { dirname } from "node:path";

/** Writes the figures of a bench, with what they depend on: the machine, and how busy it was. */
export async function writeJson(path: string, bench: string, figures: object): Promise<void> {
  const head = {
    bench,
    finishedAt: new Date(),
    node: process.version,
    machine: {
      platform: `${process.platform} ${process.arch}`,
      cpu: cpus()[0]?.model,
      cores: cpus().length,
      memoryBytes: totalmem(),
      loadAverage: loadavg(),
    },
  };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify({ ...head, ...figures }, null, 2)}\n`);
}
