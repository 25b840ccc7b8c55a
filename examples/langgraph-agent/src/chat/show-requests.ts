import { paint } from "../show/style.ts";
import type { Standing } from "./read-standing.ts";

/** Shows what waits for approval, if anything does. */
export function showRequests({ requests }: Pick<Standing, "requests">): void {
  for (const { name, args } of requests) {
    const values = Object.entries(args).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    console.log(paint("yellow", `  ? ${name} (${values.join(", ")})`));
  }
  if (requests.length > 0) console.log(paint("yellow", "    /approve or /reject it."));
}
