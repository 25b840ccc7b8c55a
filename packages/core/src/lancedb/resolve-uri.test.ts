import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { InvalidInputError } from "../errors.ts";
import { resolveUri } from "./resolve-uri.ts";

describe("resolveUri", () => {
  it("makes folders absolute", () => {
    expect(resolveUri("./memory")).toEqual({ uri: resolve("memory"), isLocal: true });
    expect(resolveUri("a b/ü#?%20")).toEqual({ uri: resolve("a b/ü#?%20"), isLocal: true });
    const url = pathToFileURL(resolve("a b")).href;
    expect(resolveUri(url)).toEqual({ uri: resolve("a b"), isLocal: true });
  });

  it("leaves object storage as it is", () => {
    for (const uri of ["s3://bucket/memory", "gs://bucket", "az://container", "db://name"]) {
      expect(resolveUri(uri)).toEqual({ uri, isLocal: false });
    }
  });

  it("refuses what names no place", () => {
    for (const uri of ["", "~", "~/memory", "~someone/memory"]) {
      expect(() => resolveUri(uri)).toThrow(InvalidInputError);
    }
  });
});
