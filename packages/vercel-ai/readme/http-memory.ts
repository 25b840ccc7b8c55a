import type { AddResult, Memory, MemoryMatch } from "@palimpsest/core";

/** The two methods that the middleware needs, of a memory behind a URL of yours. */
export function httpMemory(url: string): Pick<Memory, "search" | "add"> {
  async function post<RESULT>(path: string, body: object, signal?: AbortSignal): Promise<RESULT> {
    const response = await fetch(`${url}/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
    if (!response.ok) throw new Error(`The memory answered ${response.status}.`);
    return (await response.json()) as RESULT;
  }

  return {
    async search(query, { signal, ...options }) {
      const found = await post<{ results: MemoryMatch[] }>("search", { query, options }, signal);
      return { results: found.results.map(withDates) };
    },
    add: async (messages, { signal, ...options }) =>
      post<AddResult>("add", { messages, options }, signal),
  };
}

/** JSON has no dates, and a prompt says since when each memory is true. */
function withDates(match: MemoryMatch): MemoryMatch {
  return { ...match, validFrom: new Date(match.validFrom) };
}
