import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, errorAnswer, writeAnswer } from "./answer.ts";
import { type Scripts, answerRequest } from "./answer-request.ts";
import { type AnswerRightly, type FaultRule, answerFaulty, createFaultQueue } from "./faults.ts";
import type { OutputItems } from "./read-response-request.ts";
import { RequestError } from "./request-error.ts";
import { type LoggedRequest, type RequestPath, readRequest } from "./request-log.ts";

/** The scripts of the server. Default: echoes, empty tool calls, and vectors of hashed words. */
export type OpenAIServerOptions = Scripts;

/** A running server. */
export interface OpenAIServer extends AsyncDisposable {
  /** What clients take as base URL; ends in `/v1`. */
  readonly baseUrl: string;
  /** The requests so far, in the order of their arrival. */
  readonly requests: readonly LoggedRequest[];
  /** How many of the requests so far went to this path. */
  count(path: RequestPath): number;
  /** Lets a request go wrong. Faults are used up in the order in which they were given. */
  fail(rule: FaultRule): void;
  /** Forgets the requests so far and the faults to come. */
  clear(): void;
  /** Stops the server and cuts what is still connected. */
  close(): Promise<void>;
}

/** Starts a server that speaks the OpenAI API, on a free port of this machine. */
export async function startOpenAIServer(scripts: OpenAIServerOptions = {}): Promise<OpenAIServer> {
  const requests: LoggedRequest[] = [];
  const faults = createFaultQueue();
  const known: OutputItems = new Map();

  const answer = async (request: LoggedRequest, signal: AbortSignal) => {
    const fault = faults.take(request);
    const answerRightly: AnswerRightly = async (changes) =>
      answerRequest(request, scripts, known, changes);
    return fault ? answerFaulty(fault, answerRightly, signal) : answerRightly();
  };

  const serve = async (message: IncomingMessage, response: ServerResponse) => {
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    try {
      const request = await readRequest(message);
      requests.push(request);
      const answered = await answer(request, gone.signal).catch(answerError);
      if (answered) await writeAnswer(response, answered, gone.signal);
    } catch (error) {
      // A client that hung up wants no answer.
      if (!gone.signal.aborted) throw error;
    }
  };

  const server = createServer((message, response) => void serve(message, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  const close = async () => {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    count: (path) => requests.filter((request) => request.path === path).length,
    fail: (rule) => faults.add(rule),
    clear() {
      requests.length = 0;
      faults.clear();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

// A script that throws is a failing test: its message has to reach the client.
function answerError(error: unknown): Answer {
  if (error instanceof RequestError) return errorAnswer(error.error);
  return errorAnswer({
    status: 500,
    message: error instanceof Error ? error.message : String(error),
  });
}
