import type { Memory, MemoryStore } from "@palimpsest/core";
import { expect, test } from "vitest";
import { fillFolder, openServer } from "./__fixtures__/open-server.ts";
import { createApp } from "./create-app.ts";

const fill = async (memory: Memory) => memory.put("User lives in Berlin", { userId: "alice" });

/** Every address of the API that answers, and how it is asked. */
const routes = createApp(
  { memory: {} as Memory, store: {} as MemoryStore, canSearch: true, isWritable: true },
  { token: "", pageFolder: "/" },
).routes.filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/"));

test("there are routes to guard, of which three change something", () => {
  const changing = routes.filter(({ method }) => method !== "GET");
  expect(changing.map(({ path }) => path)).toEqual(["/api/forget", "/api/release", "/api/drop"]);
  expect(routes.length).toBeGreaterThan(6);
});

test("without the token no route tells anything", async () => {
  const { ask, token } = await openServer(await fillFolder(fill), { isWritable: true });
  const wrong = ["", token.slice(1), `${token}x`, token.toUpperCase()];
  for (const { method, path } of routes) {
    for (const header of wrong) {
      const reply = await ask(path, { method, headers: { "x-palimpsest-token": header } });
      expect(reply.status).toBe(401);
      expect(reply.text).not.toContain("alice");
    }
  }
  // Not by the address either, which ends up in logs.
  const headers = { "x-palimpsest-token": "" };
  expect((await ask(`/api/store?token=${token}`, { headers })).status).toBe(401);
  expect((await ask("/api/store")).status).toBe(200);
});

test.each([
  ["a name that another site may have pointed here", { host: "evil.example" }],
  ["such a name with a port", { host: "127.0.0.1.evil.example:80" }],
  ["another site", { origin: "https://evil.example" }],
  ["another port of this machine", { origin: "http://127.0.0.1:1" }],
  ["a page without an origin", { origin: "null" }],
  ["a browser that says so", { "sec-fetch-site": "cross-site" }],
  ["another page of this machine", { "sec-fetch-site": "same-site" }],
])("what comes by %s is refused, with the token too", async (_, headers) => {
  const { ask } = await openServer(await fillFolder(fill));
  expect((await ask("/api/owners", { headers })).status).toBe(403);
  expect((await ask("/", { headers })).status).toBe(403);
});

test("its own page may ask", async () => {
  const { ask, origin } = await openServer(await fillFolder(fill));
  const headers = { origin, "sec-fetch-site": "same-origin" };
  expect((await ask("/api/owners", { headers })).text).toContain("alice");
});

test("nothing is kept by a browser, framed, or run from elsewhere", async () => {
  const { ask } = await openServer(await fillFolder(fill));
  for (const path of ["/", "/api/owners", "/api/nothing"]) {
    const { headers } = await ask(path);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  }
});

test("an address that does not exist, and a scope that is none, are refused", async () => {
  const { ask } = await openServer(await fillFolder(fill));
  expect((await ask("/api/nothing")).status).toBe(404);
  for (const { path } of routes.filter(({ path: one }) =>
    /memories|past|episodes|figures$/.test(one),
  )) {
    const reply = await ask(path);
    expect(reply.status).toBe(400);
    expect(reply.json()).toMatchObject({ error: { code: "invalid-input" } });
  }
});
