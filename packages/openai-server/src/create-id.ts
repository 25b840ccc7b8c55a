import { randomUUID } from "node:crypto";

/** A new id in OpenAI's manner, such as `call_` and 24 characters. */
export function createId(prefix: string): string {
  return prefix + randomUUID().replaceAll("-", "").slice(0, 24);
}
