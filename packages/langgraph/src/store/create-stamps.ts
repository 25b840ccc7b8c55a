import { randomBytes } from "node:crypto";

/**
 * Makes names for writes, each of them new, of which a later one comes after an earlier one of the
 * same process, and as a rule of others. In the alphabet's order: time in ms, count, process.
 */
export function createStamps(): () => string {
  const process = randomBytes(6).toString("base64url");
  let last = 0;
  let count = 0;
  return () => {
    // The clock may be set back.
    last = Math.max(last, Date.now());
    count++;
    return `${toDigits(last, 9)}-${toDigits(count, 7)}-${process}`;
  };
}

function toDigits(number: number, length: number): string {
  return number.toString(36).padStart(length, "0");
}
