import { build } from "vite";

/** Builds the page once, so that the browser sees the source as it is. */
export async function setup(): Promise<void> {
  await build({ root: new URL("../..", import.meta.url).pathname, logLevel: "warn" });
}
