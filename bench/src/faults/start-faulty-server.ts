import {
  CHAT_FAULTS,
  EMBEDDING_FAULTS,
  startOpenAIServer,
  type Fault,
  type LoggedRequest,
  type OpenAIServer,
} from "@palimpsest/openai-server";
import { noteModel } from "../integrity/note-model.ts";
import { pick } from "../integrity/pick.ts";

/** A server of a model of notes that answers wrongly now and then. */
export interface FaultyServer extends AsyncDisposable {
  readonly baseUrl: string;
  /** How often a text was refused that always is. */
  readonly refusals: number;
  /** How often each fault was met, by path and name. */
  readonly met: Readonly<Record<string, number>>;
  /** From now on every request is answered as it should be. */
  recover(): void;
}

const REFUSED = "chat: a text that is refused";
const REFUSAL: Fault = { type: "status", status: 400, message: "This text is refused." };

/**
 * Starts a server of which `share` of the calls fail, each in one of its ways, and all calls that
 * extract from a note that `isPoison` are refused.
 */
export async function startFaultyServer({
  random,
  share,
  isPoison,
}: {
  random: () => number;
  share: number;
  isPoison: (note: string) => boolean;
}): Promise<FaultyServer> {
  const model = noteModel();
  const server = await startOpenAIServer({
    async chat({ system, messages, tools }) {
      const [tool] = tools;
      const name = tool?.name ?? "";
      const said = messages.map(({ content }) => ({ role: "user" as const, content }));
      const { arguments: given } = await model.generate({
        system,
        messages: said,
        tool: { name, description: "", parameters: {} },
      });
      return { toolCalls: [{ name, arguments: given as object }] };
    },
  });
  const met: Record<string, number> = { [REFUSED]: 0 };
  const choose = rememberChoice(random, share);
  const meet = (name: string): true => {
    met[name] = (met[name] ?? 0) + 1;
    return true;
  };
  server.fail({
    path: "chat",
    times: Infinity,
    when: (request) => isPoison(noteToExtract(request)) && meet(REFUSED),
    with: REFUSAL,
  });
  for (const [path, faults] of [
    ["chat", CHAT_FAULTS],
    ["embeddings", EMBEDDING_FAULTS],
  ] as const) {
    for (const [name, fault] of Object.entries(faults)) {
      const when = (request: LoggedRequest) =>
        choose(request, Object.keys(faults)) === name && meet(`${path}: ${name}`);
      server.fail({ path, times: Infinity, when, with: fault });
    }
  }
  return toFaultyServer(server, met);
}

/** Chooses once for each request which of the faults it meets, if any. */
function rememberChoice(random: () => number, share: number) {
  const chosen = new WeakMap<LoggedRequest, string>();
  return (request: LoggedRequest, names: readonly string[]): string => {
    const known = chosen.get(request);
    if (known !== undefined) return known;
    const name = (random() < share ? pick(random, names) : undefined) ?? "";
    chosen.set(request, name);
    return name;
  };
}

/** The last note of a request that asks for facts: the exchange stands behind what is known. */
function noteToExtract({ body }: LoggedRequest): string {
  const text = JSON.stringify(body);
  if (!text.includes('"tool_choice":{"type":"function","function":{"name":"record_facts"}}'))
    return "";
  const { messages } = body as { messages: { role: string; content: string }[] };
  const said = messages.filter(({ role }) => role !== "system").map(({ content }) => content);
  return (
    said
      .join("\n")
      .match(/\bnote [\w-]+/g)
      ?.at(-1) ?? ""
  );
}

function toFaultyServer(server: OpenAIServer, met: Record<string, number>): FaultyServer {
  return {
    baseUrl: server.baseUrl,
    met,
    get refusals() {
      return met[REFUSED] ?? 0;
    },
    recover: () => server.clear(),
    [Symbol.asyncDispose]: async () => server.close(),
  };
}
