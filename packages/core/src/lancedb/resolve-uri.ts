import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { InvalidInputError } from "../errors.ts";

/** Where a store is: a folder of this machine, or somebody else's storage. */
export interface Location {
  /** Absolute, as LanceDB takes it. */
  readonly uri: string;
  readonly isLocal: boolean;
}

/**
 * The place that a uri names, a relative one from the current working directory.
 *
 * @throws {InvalidInputError} for an empty one, and for `~`, which only a shell turns into a home.
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
  if (uri.startsWith("file://")) return { uri: fileURLToPath(uri), isLocal: true };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(uri)) return { uri, isLocal: false };
  return { uri: resolve(uri), isLocal: true };
}
