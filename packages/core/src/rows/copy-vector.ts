import { StoreError } from "../errors.ts";
import type { Vector } from "../ports/stored-rows.ts";

/**
 * The vector as a store compares it, in 32-bit numbers that are nobody else's.
 *
 * @throws {StoreError} when it has another length than `dimensions`, holds something else than
 * finite numbers, or is all zeros: such a vector has no direction, and would never be found.
 */
export function copyVector(vector: Vector, dimensions: number, operation: string): Float32Array {
  const copy = Float32Array.from(vector);
  if (copy.length !== dimensions) {
    throw new StoreError(
      `A vector has ${copy.length} numbers where this store keeps ${dimensions}. Open the store with the embedder that made the vector.`,
      { operation },
    );
  }
  if (!copy.every(Number.isFinite)) {
    throw new StoreError("A vector holds something else than finite 32-bit numbers.", {
      operation,
    });
  }
  if (copy.every((number) => number === 0)) {
    throw new StoreError("A vector is all zeros, so nothing is near to it.", { operation });
  }
  return copy;
}
