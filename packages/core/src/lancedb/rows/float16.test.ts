import { describe, expect, it } from "vitest";
import { fromFloat16, toFloat16 } from "./float16.ts";

/** Every finite 16-bit float that is not negative, by the definition of the format, ascending. */
const HALVES = Array.from({ length: 0x7c00 }, (_, bits) => {
  const [exponent, fraction] = [bits >> 10, bits & 0x3ff];
  return exponent === 0 ? fraction / 2 ** 24 : (1 + fraction / 2 ** 10) * 2 ** (exponent - 15);
});

/** The nearest of all, found by comparing: of two equally near the one whose last bit is 0. */
function nearest(value: number): number {
  const magnitude = Math.abs(value);
  let [low, high] = [0, HALVES.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((HALVES[middle] ?? 0) <= magnitude) low = middle;
    else high = middle;
  }
  const [below, above] = [HALVES[low] ?? 0, HALVES[high] ?? 2 ** 16];
  const isAbove =
    above - magnitude < magnitude - below ||
    (above - magnitude === magnitude - below && low % 2 === 1);
  return (isAbove ? high : low) | (Object.is(Math.sign(value), -0) || value < 0 ? 0x8000 : 0);
}

/** Floats of all magnitudes that 16 bits know, and beyond on the small side; always the same ones. */
function* manyFloats(): Generator<number> {
  let state = 1;
  for (let count = 0; count < 200_000; count++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const exponent = (state % 44) - 28;
    yield Math.fround((state / 2 ** 31 - 1) * 2 ** exponent);
  }
}

describe("float16", () => {
  it("reads every finite number as the format defines it", () => {
    const read = HALVES.map((_, bits) => fromFloat16(bits));
    expect(read).toEqual(HALVES);
    const negative = HALVES.map((_, bits) => fromFloat16(bits | 0x8000));
    expect(negative).toEqual(HALVES.map((value) => -value));
  });

  it("writes every number of 16 bits as itself", () => {
    const wrong = HALVES.filter((value, bits) => toFloat16(value) !== bits);
    expect(wrong).toEqual([]);
    expect(toFloat16(-0)).toBe(0x8000);
  });

  it("writes any other number as the nearest, half way as the even one", () => {
    const wrong = [...manyFloats()].filter((value) => toFloat16(value) !== nearest(value));
    expect(wrong).toEqual([]);
    const halfWay = HALVES.slice(1).map((value, bits) => (value + (HALVES[bits] ?? 0)) / 2);
    expect(halfWay.filter((value) => toFloat16(value) !== nearest(value))).toEqual([]);
  });

  it("writes what apache-arrow gets wrong", () => {
    expect(fromFloat16(toFloat16(0.12498))).toBeCloseTo(0.12498, 4);
    expect(toFloat16(2.9e-8)).toBe(0);
    expect(toFloat16(3e-8)).toBe(1);
    expect(toFloat16(-1e-45)).toBe(0x8000);
  });

  it("writes what is too large as infinite", () => {
    expect(toFloat16(65_504)).toBe(0x7bff);
    expect(toFloat16(65_519)).toBe(0x7bff);
    expect(toFloat16(65_520)).toBe(0x7c00);
    expect(toFloat16(-3e38)).toBe(0xfc00);
    expect(fromFloat16(0xfc00)).toBe(Number.NEGATIVE_INFINITY);
    expect(fromFloat16(0x7c01)).toBeNaN();
  });
});
