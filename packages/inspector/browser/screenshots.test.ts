import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { useInspector } from "./__fixtures__/open-inspector.ts";

const openInspector = useInspector();
const FOLDER = fileURLToPath(new URL("../screenshots/", import.meta.url));

const SIZES = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

test("every view has a picture on a laptop and on a phone, light and dark", async () => {
  await mkdir(FOLDER, { recursive: true });
  const { page } = await openInspector({ isWritable: true, deviceScaleFactor: 2 });
  const shoot = async (what: string, begin?: () => Promise<void>) => {
    for (const [name, size] of Object.entries(SIZES)) {
      await page.setViewportSize(size);
      await begin?.();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const path = `${FOLDER}${name}-${colorScheme}-${what}.png`;
        const image = await page.screenshot({ path, animations: "disabled" });
        expect(image.length).toBeGreaterThan(10_000);
      }
    }
  };
  const go = async (view: string) => page.getByRole("link", { name: view, exact: true }).click();

  await shoot("1-overview", async () => {
    // What is open to begin with depends on the size.
    await page.reload();
    await page.getByRole("link", { name: "alice" }).waitFor();
    await page.getByRole("region", { name: "In quarantine" }).waitFor();
    await page.locator(".store-figures:not([open]), .store-figures .figure").first().waitFor();
  });
  await page.getByText("Figures of everybody").click();
  await page.getByText("Memories over time").waitFor();
  await shoot("1b-figures-of-everybody");
  await page.getByRole("link", { name: "user alice" }).click();
  await page.getByText("User lives in Amsterdam").waitFor();
  await shoot("2-memories");
  await page.getByRole("link", { name: "User lives in Amsterdam" }).click();
  await page.getByRole("heading", { name: "Its life, newest first" }).waitFor();
  await shoot("3-memory");
  await page.goBack();
  await go("Search");
  await page.getByLabel("Ask as your application would").fill("Where does she live?");
  await page.keyboard.press("Enter");
  await page.getByRole("list", { name: "Found memories" }).waitFor();
  await shoot("4-search");
  await go("Back in time");
  await page.getByRole("slider", { name: "True as of" }).focus();
  await page.keyboard.press("Home");
  await page.getByText("User lives in Berlin").waitFor();
  await shoot("5-time");
  await go("Exchanges");
  await page.getByText("I adopted a second dog").waitFor();
  await shoot("6-exchanges");
  await go("Decisions");
  await page.getByRole("list", { name: "Decisions, newest first" }).waitFor();
  await shoot("7-decisions");
  await go("Figures");
  await page.getByText("Memories over time").waitFor();
  await shoot("8-figures");
  await go("Erase");
  await page.getByLabel("Type alice to confirm").fill("alice");
  await shoot("9-erase");
  await page.evaluate(`location.hash = "#/quarantine?userId=carol"`);
  await page.getByRole("button", { name: "Release" }).first().waitFor();
  await shoot("10-quarantine");
  await page.getByRole("button", { name: "Release" }).first().click();
  await page.getByRole("dialog").waitFor();
  await shoot("11-release");
  await page.getByRole("button", { name: "Release it" }).click();
  await page.getByText("Released, and a memory like others now").waitFor();
  await shoot("12-released");
});
