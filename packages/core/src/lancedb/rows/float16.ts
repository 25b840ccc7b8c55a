const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The smallest normal number of 16 bits, 2^-14, as a 32-bit float's bits. */
const SMALLEST_NORMAL = 0x38800000;
/** What the exponents of the two formats differ by, in place. */
const REBIAS = (127 - 15) << 23;

/**
 * The nearest 16-bit float of a finite 32-bit one, as its bits; of two equally near the even one.
 * Infinity from 65,520 on.
 *
 * Ours, because that of apache-arrow 18.1.0 is wrong: 0.12498 becomes 0.0625, and below 3e-8 it
 * gives NaN.
 */
export function toFloat16(value: number): number {
  float[0] = value;
  const all = bits[0] ?? 0;
  const sign = (all >>> 16) & 0x8000;
  const magnitude = all & 0x7fffffff;
  if (magnitude < SMALLEST_NORMAL) {
    // Subnormal numbers count in steps of 2^-24. Adding 2^52 rounds a double to whole numbers.
    return sign | (Math.abs(float[0]) * 2 ** 24 + 2 ** 52 - 2 ** 52);
  }
  const isOdd = (magnitude >>> 13) & 1;
  const rounded = (magnitude - REBIAS + 0xfff + isOdd) >>> 13;
  return sign | Math.min(rounded, 0x7c00);
}

/** The number that the bits of a 16-bit float stand for. */
export function fromFloat16(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
