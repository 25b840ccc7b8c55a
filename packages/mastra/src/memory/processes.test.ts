import { fork } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it, onTestFinished } from "vitest";
import { at, openAssistant } from "../__fixtures__/open-assistant.ts";
import type { Talk } from "../__fixtures__/talking.ts";
import { newFolder } from "../__fixtures__/new-folder.ts";

/** Starts a process that talks, and collects what it tells. */
function startTalking(talk: Talk) {
  const child = fork(
    new URL("../__fixtures__/talking.ts", import.meta.url),
    [JSON.stringify(talk)],
    {
      execArgv: ["--conditions=@palimpsest/source"],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  const told: unknown[] = [];
  child.on("message", (message) => told.push(message));
  return {
    told,
    exited: once(child, "exit"),
    kill: async (): Promise<void> => {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

describe("processes", { timeout: 60_000 }, () => {
  it("that share a folder learn everything once, and a third recalls it", async () => {
    const folder = await newFolder();
    const { server, say, facts, requests, core } = await openAssistant({ folder });
    const processes = ["jazz", "opera"].map((thread) =>
      startTalking({
        folder,
        url: server.baseUrl,
        thread,
        turns: ["I like tea.", `I like ${thread}.`, "I live in Berlin.", "I like tea."],
      }),
    );
    const exits = await Promise.all(processes.map(({ exited }) => exited));
    expect(exits.map(([code]) => code)).toEqual([0, 0]);
    expect(processes.map(({ told }) => told.length)).toEqual([4, 4]);
    expect((await facts()).toSorted()).toEqual([
      "User likes jazz",
      "User likes opera",
      "User likes tea",
      "User lives in Berlin",
    ]);
    const { results } = await core.episodes({ userId: "user-1", include: "subtree" });
    expect(results.filter(({ status }) => status === "processed")).toHaveLength(8);
    await say("Where do I live?", { thread: "three" });
    expect(requests.at(-1)?.system).toContain("User lives in Berlin");
  });

  it("that are killed in mid-turn lose nothing that was learned, and double nothing", async () => {
    const folder = await newFolder();
    const { server, agent, memory, facts, turns, core, requests, say } = await openAssistant({
      folder,
    });
    const asked = ["I like tea.", "I live in Berlin.", "I like jam. Now think for ever."];
    const talk = { folder, url: server.baseUrl, thread: "one", turns: asked };
    const { told, kill } = startTalking(talk);
    await expect.poll(() => told, { timeout: 25_000 }).toContain("thinks");
    await kill();
    expect(told).toEqual([asked[0], asked[1], "thinks"]);

    await core.idle();
    expect(await facts()).toEqual(["User likes tea", "User lives in Berlin", "User likes jam"]);
    // The client sends its message again.
    const message = { id: "one-2", role: "user" as const, content: asked[2] ?? "" };
    await agent.generate([message], { memory: at({ thread: "one" }) });
    await memory.settled();
    expect((await turns()).map(([said]) => said)).toEqual(asked.map((said) => `user: ${said}`));
    expect(await facts()).toHaveLength(3);
    await say("Where do I live?", { thread: "two" });
    expect(requests.at(-1)?.system).toContain("User lives in Berlin");
  });

  it("that are killed while the agent answers have learned nothing of that turn", async () => {
    const folder = await newFolder();
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    const { server, facts, turns } = await openAssistant({
      folder,
      reply: (_request, count) => {
        if (count === 1) return { text: "Noted." };
        ask();
        return new Promise(() => {});
      },
    });
    const url = server.baseUrl;
    const { told, kill } = startTalking({
      folder,
      url,
      thread: "one",
      turns: ["I like tea.", "I like jam."],
    });
    await asked;
    await kill();
    expect(told).toEqual(["I like tea."]);
    expect(await facts()).toEqual(["User likes tea"]);
    expect(await turns()).toHaveLength(1);
  });
});
