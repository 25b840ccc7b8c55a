import { StoreError } from "@palimpsest/core/tables";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packValues, unpackValues } from "./pack-values.ts";

const value = fc.record({
  type: fc.string(),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    // Compressible, and above the size from which on that is tried.
    fc.uint8Array({ minLength: 1, maxLength: 9 }).map((part) => repeat(part, 3_000)),
    fc.uint8Array({ minLength: 1_100, maxLength: 3_000 }),
  ),
  label: fc.oneof(fc.string(), fc.record({ channel: fc.string({ unit: "binary" }) })),
});

function repeat(part: Uint8Array, length: number): Uint8Array {
  return new Uint8Array(length).map((_, index) => part[index % part.length] ?? 0);
}

describe("packed values", () => {
  it("come back as they were, compressed or not", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { maxLength: 4 }),
        fc.boolean(),
        async (values, compress) => {
          expect(await unpackValues(await packValues(values, { compress }))).toEqual(values);
        },
      ),
    );
  });

  it("take little more room for what stands in them twice", async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const one = { type: "bytes", bytes, label: undefined };
    const packed = await packValues([one, one, one], { compress: true });
    expect(packed.length).toBeLessThan(61_000);
  });

  it("are small where they can be, and never larger than plain", async () => {
    const text = Buffer.from(
      JSON.stringify(Array.from({ length: 200 }, (_, id) => ({ id, text: "some words" }))),
    );
    const values = [{ type: "json", bytes: text, label: undefined }];
    expect((await packValues(values, { compress: true })).length).toBeLessThan(text.length / 4);
    const noise = [
      {
        ...values[0],
        type: "bytes",
        label: undefined,
        bytes: crypto.getRandomValues(new Uint8Array(5_000)),
      },
    ];
    expect(await packValues(noise, { compress: true })).toEqual(
      await packValues(noise, { compress: false }),
    );
  });

  it("that a later version packed in another way are refused", async () => {
    await expect(unpackValues(Uint8Array.of(9, 0, 0))).rejects.toThrow(StoreError);
  });
});
