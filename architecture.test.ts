import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, test } from "vitest";

/** A source file, and what it imports: packages by name, own files by their path in the repository. */
interface Source {
  path: string;
  lines: number;
  imports: string[];
}

const ROOT = import.meta.dirname;
const CORE = "packages/core/src";

const sources: Source[] = globSync("{packages,examples,bench}/**/*.ts", {
  cwd: ROOT,
  exclude: (path) => /node_modules|dist|__fixtures__/.test(path),
}).map((path) => {
  const text = readFileSync(join(ROOT, path), "utf8");
  const specifiers = text.matchAll(
    /(?:\bfrom|\bimport|\bimport\(|\brequire\(|\bURL\()\s*"([\w@./:#-]+)"/g,
  );
  const imports = Array.from(specifiers, ([, specifier = ""]) =>
    specifier.startsWith(".")
      ? relative(ROOT, normalize(join(ROOT, dirname(path), specifier)))
      : specifier,
  );
  return { path, lines: text.split("\n").length, imports };
});

const shipped = sources.filter(({ path }) => !path.endsWith(".test.ts"));
const below = (...folders: string[]) =>
  shipped.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));

/** The imports of `files` that satisfy `test`, each as an arrow that can be read in a failure. */
function arrows(files: readonly Source[], isWrong: (specifier: string) => boolean): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter(isWrong).map((specifier) => `${path} -> ${specifier}`),
  );
}

const isOwn = (specifier: string) => specifier.startsWith("packages/");
const into =
  (...folders: string[]) =>
  (specifier: string) =>
    folders.some((folder) => specifier.startsWith(`${CORE}/${folder}`));

const STEPS = [
  "add",
  "calls",
  "edit",
  "episodes",
  "forget",
  "graph",
  "look-up",
  "profile",
  "quarantine",
  "search",
  "summary",
  "transfer",
];
const STORES = ["lancedb", "in-memory", "rows"];

describe("the arrows", () => {
  test("there is something to check", () => {
    expect(below(CORE).length).toBeGreaterThan(50);
    expect(below(CORE).flatMap(({ imports }) => imports).length).toBeGreaterThan(200);
  });

  test("core imports no framework, and each package only where it belongs", () => {
    const homes: Record<string, RegExp> = {
      "@huggingface/transformers": /^models\/(import-)?transformers/,
      "@lancedb/lancedb": /^lancedb\//,
      "@opentelemetry/api": /^telemetry\//,
      "@orama/stemmers": /^text\//,
      "apache-arrow": /^lancedb\//,
      aws4fetch: /^lancedb\/object-storage\//,
      "chrono-node": /^models\/local\//,
      compromise: /^models\/local\//,
      openai: /^models\/openai|^models\/read-tool-answer/,
      uuid: /^settings/,
      vitest: /^testing\//,
      zod: /^(settings|add\/|transfer\/)/,
    };
    const strays = below(CORE).flatMap(({ path, imports }) =>
      imports
        .filter((specifier) => !isOwn(specifier) && !specifier.startsWith("node:"))
        .filter((specifier) => {
          const name = Object.keys(homes).find(
            (known) => specifier === known || specifier.startsWith(`${known}/`),
          );
          return !(name && homes[name]?.test(path.slice(CORE.length + 1)));
        })
        .map((specifier) => `${path} -> ${specifier}`),
    );
    expect(strays).toEqual([]);
  });

  test("adapters import core by its name, and never each other", () => {
    const adapters = ["langgraph", "vercel-ai", "mastra", "inspector"];
    for (const adapter of adapters) {
      const others = adapters.filter((other) => other !== adapter);
      const isWrong = (specifier: string) =>
        specifier.startsWith("packages/core") ||
        others.some(
          (other) =>
            specifier.includes(`packages/${other}`) || specifier === `@palimpsest/${other}`,
        );
      expect(arrows(below(`packages/${adapter}`), isWrong)).toEqual([]);
    }
  });

  test("steps import neither stores nor models", () => {
    const steps = below(...STEPS.map((step) => `${CORE}/${step}`));
    expect(arrows(steps, into(...STORES.map((store) => `${store}/`), "models/"))).toEqual([]);
  });

  test("stores and ports import no steps and no models", () => {
    const files = below(...STORES.map((store) => `${CORE}/${store}`), `${CORE}/ports`);
    expect(arrows(files, into(...STEPS.map((step) => `${step}/`), "models/"))).toEqual([]);
  });

  test("only lancedb/ knows LanceDB, and the in-memory store knows nothing of it", () => {
    const others = shipped.filter(
      ({ path }) =>
        !path.startsWith(`${CORE}/lancedb/`) &&
        !/core\/src\/(engine|index|tables\/index)\.ts$/.test(path),
    );
    expect(arrows(others, into("lancedb/"))).toEqual([]);
  });

  test("models know the prompts that they answer, and no other step", () => {
    const isStep = into(...STEPS.map((step) => `${step}/`));
    const isWrong = (specifier: string) => isStep(specifier) && !specifier.endsWith(".prompt.ts");
    expect(arrows(below(`${CORE}/models`), isWrong)).toEqual([]);
  });

  test("nothing published imports what is for tests", () => {
    const files = below(CORE).filter(({ path }) => !path.startsWith(`${CORE}/testing/`));
    expect(
      arrows(files, (specifier) => /__fixtures__|\/testing\/|openai-server/.test(specifier)),
    ).toEqual([]);
  });
});

describe("the files", () => {
  test("have at most 300 lines", () => {
    const long = sources
      .filter(({ lines }) => lines > 301)
      .map(({ path, lines }) => `${path}: ${lines}`);
    expect(long).toEqual([]);
  });

  test("make no path of a URL's pathname, in which a space is %20", () => {
    const wrong = sources.filter(({ path }) =>
      /import\.meta\.url\)\.pathname/.test(readFileSync(join(ROOT, path), "utf8")),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("have names that say something", () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|base|manager|service)(\/|\.ts$)/;
    expect(sources.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([]);
  });

  test("called index.ts only re-export", () => {
    const isReexport = /^export (type )?\{[^}]*\} from "[^"]+";$/gm;
    const busy = sources
      .filter(({ path }) => path.endsWith("/index.ts"))
      .filter(
        ({ path }) => readFileSync(join(ROOT, path), "utf8").replace(isReexport, "").trim() !== "",
      );
    expect(busy.map(({ path }) => path)).toEqual([]);
  });
});
