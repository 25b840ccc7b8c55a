import { Buffer } from "node:buffer";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { StoreError } from "@palimpsest/core/tables";

/** A value as a serialiser gives and takes it, and what its owner has to know beside it. */
export interface LabelledValue<LABEL> {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly label: LABEL;
}

/** Of each value its type, how many bytes it has, and its label. */
type Header<LABEL> = readonly (readonly [type: string, length: number, label?: LABEL])[];

/** The first byte says what follows. */
const PLAIN = 0;
const BROTLI = 1;

/** Smaller packages gain less than a commit adds anyway. */
const LEAST_COMPRESSED = 1_024;

/**
 * Of 62 kB of messages as JSON, in kB and ms: brotli 1 17.2 in 0.3, 2 15.8 in 0.3, 4 15.1 in 0.6,
 * 6 14.6 in 1.1; deflate 1 18.2 in 0.4, 6 16.6 in 1.1 (Node 24). What stands in a package twice, such as
 * the state that goes to each of several tools, costs brotli nothing and deflate, which looks back
 * 32 kB, all of it again: 124 kB take 15.8 kB and 31.
 */
const QUALITY = 2;

const compressBytes = promisify(brotliCompress);
const decompressBytes = promisify(brotliDecompress);

/** Values as bytes, which say themselves how they are to be read. */
export async function packValues<LABEL>(
  values: readonly LabelledValue<LABEL>[],
  { compress }: { readonly compress: boolean },
): Promise<Uint8Array> {
  const entries: Header<LABEL> = values.map(({ type, bytes, label }) => [
    type,
    bytes.length,
    label,
  ]);
  const header = Buffer.from(JSON.stringify(entries));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const plain = Buffer.concat([length, header, ...values.map(({ bytes }) => bytes)]);
  if (compress && plain.length >= LEAST_COMPRESSED) {
    const small = await compressBytes(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    });
    if (small.length < plain.length) return Buffer.concat([Buffer.of(BROTLI), small]);
  }
  return Buffer.concat([Buffer.of(PLAIN), plain]);
}

/** What was packed, whether compressed or not; no values where nothing was. */
export async function unpackValues<LABEL>(
  packed: Uint8Array | undefined,
): Promise<LabelledValue<LABEL>[]> {
  if (packed === undefined) return [];
  const plain = await unpackBytes(packed);
  const end = 4 + plain.readUInt32LE();
  const header = JSON.parse(plain.toString("utf8", 4, end)) as Header<LABEL>;
  let position = end;
  return header.map(([type, length, label]) => {
    const start = position;
    position += length;
    // A copy: bytes go to the application as they are, and a view would keep the whole package alive.
    return { type, bytes: Uint8Array.from(plain.subarray(start, position)), label: label as LABEL };
  });
}

async function unpackBytes(packed: Uint8Array): Promise<Buffer> {
  const body = Buffer.from(packed.buffer, packed.byteOffset + 1, packed.length - 1);
  if (packed[0] === PLAIN) return body;
  if (packed[0] === BROTLI) return decompressBytes(body);
  throw new StoreError("A checkpoint was written by a newer version of this package. Update it.", {
    operation: "read a checkpoint",
  });
}
