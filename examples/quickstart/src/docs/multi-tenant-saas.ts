import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createMemory, type Memory } from "@palimpsest/core";

const ROOT = "./memories";
const opened = new Map<string, Memory>();

/** The memory of a tenant: a folder of its own, so that nothing can cross and a tenant can leave. */
function memoryOf(tenant: string): Memory {
  const memory = opened.get(tenant) ?? createMemory({ uri: folderOf(tenant) });
  opened.set(tenant, memory);
  return memory;
}

/** Tenants are named in hexadecimal: no id can climb out of the folder or fall together with another. */
function folderOf(tenant: string): string {
  return join(ROOT, Buffer.from(tenant).toString("hex"));
}

/** Erases a tenant with every byte. No other process may have the folder open. */
async function dropTenant(tenant: string): Promise<void> {
  await opened.get(tenant)?.close();
  opened.delete(tenant);
  await rm(folderOf(tenant), { recursive: true, force: true });
}

const handbook = { agentId: "handbook" }; // what all users of a tenant may know
await memoryOf("acme").put("The office of Acme is in Hamburg.", handbook);
await memoryOf("acme").add("I live in Berlin.", { userId: "ann" });
await memoryOf("globex").add("I live in Oslo.", { userId: "ann" });

for (const tenant of ["acme", "globex"]) {
  const scope = { userId: "ann", ...handbook };
  const { results } = await memoryOf(tenant).list(scope);
  console.log(
    tenant,
    results.map((record) => record.memory),
  );
}

await dropTenant("acme");
console.log((await memoryOf("acme").list(handbook)).results);
for (const memory of opened.values()) await memory.close();
