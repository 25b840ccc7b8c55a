import type { Filters } from "@palimpsest/core";
import { Hono } from "hono";
import type { Store } from "../wire.ts";
import type { Services } from "./create-app.ts";
import { countQuarantined, listQuarantinedParts } from "./figures/count-quarantined.ts";
import { readFigures, readFiguresOfAll } from "./figures/read-figures.ts";
import { listExchanges } from "./list-exchanges.ts";
import { listOwners } from "./list-owners.ts";
import { listQuarantined } from "./list-quarantined.ts";
import { readLife } from "./read-life.ts";
import { readPast } from "./read-past.ts";
import {
  readEpisodesQuery,
  readListQuery,
  readMemoryId,
  readOwnersQuery,
  readScope,
  readSearchQuery,
} from "./read-requests.ts";

const SHOWN = 50;

/** Everything that can be looked at. Lists hold all that carries at least the ids of the request. */
export function lookRoutes({ memory, store, canSearch, isWritable }: Services): Hono {
  return new Hono()
    .get("/store", async (context) => {
      const [{ uri, embedder, dimensions, rows, tables, pending, dead }, quarantined] =
        await Promise.all([memory.info(), countQuarantined(store)]);
      const about = { uri, embedder, dimensions, rows, tables, pending, dead, quarantined };
      return context.json({ ...about, canSearch, isWritable } satisfies Store);
    })
    .get("/figures", async (context) => {
      return context.json(await readFigures(store, readScope(context)));
    })
    .get("/figures-of-all", async (context) => {
      return context.json(await readFiguresOfAll(store));
    })
    .get("/owners", async (context) => {
      return context.json(await listOwners(memory, readOwnersQuery(context)));
    })
    .get("/memories", async (context) => {
      const { past, cursor, ...wanted } = readListQuery(context);
      const page = await memory.list({
        ...readScope(context),
        include: past === undefined ? "subtree" : ["subtree", "superseded"],
        filters: toFilters(wanted),
        limit: SHOWN,
        cursor,
      });
      return context.json(page);
    })
    .get("/memory", async (context) => {
      return context.json(await readLife(memory, readMemoryId(context), readScope(context)));
    })
    .get("/search", async (context) => {
      const { query, ...times } = readSearchQuery(context);
      const scope = readScope(context);
      const found = await memory.search(query, {
        ...scope,
        ...times,
        include: "subtree",
        limit: SHOWN,
        explain: true,
        signal: context.req.raw.signal,
      });
      return context.json(found);
    })
    .get("/episodes", async (context) => {
      return context.json(
        await listExchanges(memory, readScope(context), readEpisodesQuery(context)),
      );
    })
    .get("/quarantine", async (context) => {
      const { cursor } = readListQuery(context);
      return context.json(await listQuarantined(memory, readScope(context), cursor));
    })
    .get("/quarantined-parts", async (context) => {
      return context.json(await listQuarantinedParts(store));
    })
    .get("/past", async (context) => {
      const { signal } = context.req.raw;
      return context.json(await readPast(memory, readScope(context), { signal }));
    });
}

function toFilters({
  kind,
  origin,
  subject,
  contains,
  pinned,
}: Omit<ReturnType<typeof readListQuery>, "past" | "cursor">): Filters | undefined {
  const filters: Filters = {
    ...(kind && { kind }),
    ...(origin && { origin }),
    ...(subject && { subject: { contains: subject } }),
    ...(contains && { memory: { contains } }),
    ...(pinned && { pinned: true }),
  };
  // A list without filters reads a page; with them it may have to read more for one.
  return Object.keys(filters).length === 0 ? undefined : filters;
}
