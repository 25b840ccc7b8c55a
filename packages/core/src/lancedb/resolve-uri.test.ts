import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { InvalidInputError } from "../errors.ts";
import { resolveUri } from "./resolve-uri.ts";

describe("resolveUri", () => {
  it("makes folders absolute", () => {
    expect(resolveUri("./memory")).toEqual({ uri: resolve("memory"), kind: "folder" });
    expect(resolveUri("a b/ü#?%20")).toEqual({ uri: resolve("a b/ü#?%20"), kind: "folder" });
    const url = pathToFileURL(resolve("a b")).href;
    expect(resolveUri(url)).toEqual({ uri: resolve("a b"), kind: "folder" });
  });

  it("leaves what is elsewhere as it is", () => {
    for (const uri of ["s3://bucket/memory", "gs://bucket", "az://container"]) {
      expect(resolveUri(uri)).toEqual({ uri, kind: "bucket" });
    }
    expect(resolveUri("db://name")).toEqual({ uri: "db://name", kind: "service" });
  });

  it("refuses what names no place", () => {
    const files = ["file://host/memory", "file:///a%2Fb"];
    for (const uri of [
      "",
      "~",
      "~/memory",
      "~someone/memory",
      "http://host",
      "redis://host",
      ...files,
    ]) {
      expect(() => resolveUri(uri)).toThrow(InvalidInputError);
    }
  });
});
