import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { InvalidInputError } from "../errors.ts";

/** Where a store is. */
export interface Location {
  /** Absolute, as LanceDB takes it. */
  readonly uri: string;
  /** A folder of this machine, a bucket (`s3://`, `gs://`, `az://`), or LanceDB's own service (`db://`). */
  readonly kind: "folder" | "bucket" | "service";
}

const BUCKET = /^(?:s3|s3\+ddb|gs|az|abfss?|oss):\/\//i;
const SERVICE = /^db:\/\//i;

/**
 * The place that a uri names, a relative one from the current working directory.
 *
 * @throws {InvalidInputError} for an empty one, for `~`, which only a shell turns into a home, and
 * for schemes that LanceDB does not know.
 */
export function resolveUri(uri: string): Location {
  if (uri === "") {
    throw new InvalidInputError("uri must not be empty: pass a folder, or s3://, gs:// or az://.", {
      parameter: "uri",
      value: uri,
    });
  }
  if (uri.startsWith("~")) {
    throw new InvalidInputError(
      `"${uri}" would make a folder called "~". Pass an absolute path, like join(homedir(), …).`,
      { parameter: "uri", value: uri },
    );
  }
  if (/^file:\/\//i.test(uri)) return { uri: toPath(uri), kind: "folder" };
  if (BUCKET.test(uri)) return { uri, kind: "bucket" };
  if (SERVICE.test(uri)) return { uri, kind: "service" };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(uri)) {
    throw new InvalidInputError(
      `"${uri}" has a scheme that is not known: pass a folder, or s3://, gs://, az:// or db://.`,
      { parameter: "uri", value: uri },
    );
  }
  return { uri: resolve(uri), kind: "folder" };
}

function toPath(url: string): string {
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw new InvalidInputError(
      `"${url}" names no folder of this machine: pass a path, or file:// and an absolute one, like file:///var/memory.`,
      { parameter: "uri", value: url, cause },
    );
  }
}
