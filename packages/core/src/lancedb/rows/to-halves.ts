import { StoreError } from "../../errors.ts";
import type { TableShape } from "../../rows/copy-row.ts";
import { toFloat16 } from "./float16.ts";

/** A 16-bit float that was too large. */
const INFINITE = 0x7c00;

/**
 * A vector in 16-bit floats, as their bits.
 *
 * @throws {StoreError} when its numbers are too large or too small for them.
 */
export function toHalves(vector: Float32Array, { name }: TableShape): Uint16Array {
  const halves = Uint16Array.from(vector, toFloat16);
  const magnitudes = halves.map((half) => half & 0x7fff);
  if (magnitudes.includes(INFINITE) || magnitudes.every((half) => half === 0)) {
    throw new StoreError(
      "A vector is too long or too short for numbers of 16 bits. Scale it to the length 1: that changes no cosine.",
      { operation: `write ${name}` },
    );
  }
  return halves;
}
