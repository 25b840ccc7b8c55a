import { InvalidInputError } from "../errors.ts";
import { PII_KINDS, type PiiKind } from "./kinds.ts";

/** Gives the text as it may be kept. What it throws fails the call, before anything is stored. */
export type RedactHook = (text: string) => string | Promise<string>;

/** What is removed beside credentials. */
export interface RedactOptions {
  /** Kinds of personal data. Default: none. */
  pii?: readonly PiiKind[] | undefined;
  /** A function of yours that has the last word on each text, after what is built in. */
  hook?: RedactHook | undefined;
}

/** `false` for nothing at all, a hook alone, or both a hook and kinds of personal data. */
export type RedactOption = false | RedactHook | RedactOptions;

/** The option with its defaults; `undefined` where redaction is turned off. */
export type RedactSettings =
  | { readonly pii: readonly PiiKind[]; readonly hook: RedactHook | undefined }
  | undefined;

/**
 * What the option `redact` asks for.
 *
 * @throws {InvalidInputError} when it is none of its forms, or names an unknown kind.
 */
export function readRedactOption(option: RedactOption | undefined): RedactSettings {
  if (option === false) return undefined;
  if (option === undefined) return { pii: [], hook: undefined };
  if (typeof option === "function") return { pii: [], hook: option };
  const isObject = typeof option === "object" && option !== null;
  const known = isObject && Object.keys(option).every((name) => name === "pii" || name === "hook");
  const { pii = [], hook } = isObject ? option : {};
  const arePiiKinds = Array.isArray(pii) && pii.every((kind) => PII_KINDS.includes(kind));
  if (known && arePiiKinds && (hook === undefined || typeof hook === "function")) {
    return { pii: [...pii], hook };
  }
  throw new InvalidInputError(
    `createMemory: redact must be false, a function, or { pii, hook } with pii among ${PII_KINDS.join(", ")}. Credentials are removed in any case but false.`,
    { parameter: "redact", value: option },
  );
}
