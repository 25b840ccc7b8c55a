import { InvalidInputError } from "@palimpsest/core/tables";
import { expect, it } from "vitest";
import { LanceDBSaver } from "./lancedb-saver.ts";

it.each([
  [{ url: "./elsewhere" }, "There is no option url. There are: uri, storageOptions"],
  [{ uri: "" }, "uri must be a text"],
  [{ uri: "ftp://elsewhere" }, "has a scheme that is not known"],
  [{ durability: "none" }, 'durability must be "fsync" or "os"'],
  [{ maintenance: false }, 'maintenance must be "auto" or "manual"'],
  [{ compress: "brotli" }, "compress must be true or false"],
  [{ serde: "json" }, "serde must be a serialiser"],
])("%j is refused, and no folder is written in its place", (options, message) => {
  const open = () => new LanceDBSaver(options as object);
  expect(open).toThrow(InvalidInputError);
  expect(open).toThrow(message);
});

it("options may be absent, or undefined", () => {
  expect(() => new LanceDBSaver()).not.toThrow();
  expect(() => new LanceDBSaver({ table: undefined, serde: undefined })).not.toThrow();
});
