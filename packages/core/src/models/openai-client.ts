import type OpenAI from "openai";
import { InvalidInputError } from "../errors.ts";

const OPENAI_URL = "https://api.openai.com/v1";

/** Where a model of OpenAI, or of a server that speaks its API, is reached. */
export interface OpenAIConnectionOptions {
  /** Default: `OPENAI_API_KEY`. A server of your own may do without. */
  apiKey?: string | undefined;
  /** Default: `OPENAI_BASE_URL`, else OpenAI's. Ollama: `http://localhost:11434/v1`. */
  baseURL?: string | undefined;
  /** A client of the `openai` package in place of the two above, such as its `AzureOpenAI`. */
  client?: OpenAI | undefined;
}

/** A way to a server that speaks the OpenAI API. */
export interface OpenAIConnection {
  readonly baseURL: string;
  /** The client, created at the first call: the package takes its time to load. */
  readonly client: () => Promise<OpenAI>;
}

/**
 * A connection that is opened at the first call.
 *
 * @throws {InvalidInputError} when there is no key for OpenAI, or the URL is none.
 */
export function connectOpenAI(options: OpenAIConnectionOptions): OpenAIConnection {
  const { client } = options;
  if (client) return { baseURL: client.baseURL, client: async () => client };
  // An empty variable is how shells and compose files say "none".
  const baseURL = options.baseURL || process.env["OPENAI_BASE_URL"] || OPENAI_URL;
  // "localhost:11434" is a URL, too, of the protocol "localhost:".
  if (!URL.canParse(baseURL) || !/^https?:/i.test(baseURL)) {
    throw new InvalidInputError(
      `baseURL must be a URL such as ${OPENAI_URL}, and "${baseURL}" is none.`,
      { parameter: "baseURL", value: baseURL },
    );
  }
  const apiKey = options.apiKey || process.env["OPENAI_API_KEY"];
  if (!apiKey && isOpenAI(baseURL)) {
    throw new InvalidInputError(
      "OpenAI wants a key: set OPENAI_API_KEY, or pass apiKey; for another server pass baseURL.",
      { parameter: "apiKey" },
    );
  }
  let opened: Promise<OpenAI> | undefined;
  return { baseURL, client: () => (opened ??= openClient(baseURL, apiKey)) };
}

async function openClient(baseURL: string, apiKey: string | undefined): Promise<OpenAI> {
  const { OpenAI } = await import("openai");
  // The package insists on a key; servers without keys, such as Ollama, ignore it.
  return new OpenAI({ baseURL, apiKey: apiKey || "none" });
}

/** Whether a URL is OpenAI's own, in any of its regions. */
export function isOpenAI(baseURL: string): boolean {
  const { hostname } = new URL(baseURL);
  return hostname === "api.openai.com" || hostname.endsWith(".api.openai.com");
}
