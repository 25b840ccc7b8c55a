import type { Vector } from "../ports/stored-rows.ts";

/** The cosine of the angle between two vectors of one length, neither of them all zeros. */
export function cosine(a: Vector, b: Vector): number {
  let product = 0;
  let lengthA = 0;
  let lengthB = 0;
  for (let index = 0; index < a.length; index++) {
    const [left, right] = [a[index] ?? 0, b[index] ?? 0];
    product += left * right;
    lengthA += left * left;
    lengthB += right * right;
  }
  return Math.min(1, Math.max(-1, product / Math.sqrt(lengthA * lengthB)));
}
