import { randomBytes } from "node:crypto";

/**
 * Gives stamps, each of which sorts after those given before: the time, a counter, and a name of this
 * instance, by which no two instances ever give the same. Between processes the order is that of the clocks.
 */
export function createStamps(now: () => number = Date.now): () => string {
  const instance = randomBytes(6).toString("hex");
  let time = 0;
  let count = 0;
  return () => {
    const moment = now();
    // A clock that is put back must not make a later write the earlier one.
    count = moment > time ? 0 : count + 1;
    time = Math.max(time, moment);
    return `${toDigits(time, 11)}.${toDigits(count, 6)}.${instance}`;
  };
}

function toDigits(value: number, length: number): string {
  return value.toString(36).padStart(length, "0");
}
