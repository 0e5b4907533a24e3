import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { CHROMIUM, closePages, sharedChromium } from "../../support/chromium.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { findBarriers } from "../../support/find-barriers.ts";
import { startWorker } from "../../support/fleet.ts";
import { itLong } from "../../support/long-form.ts";
import { photograph } from "../../support/opened-page.ts";
import { HAS_REDIS, RedisServer } from "../../support/redis-server.ts";
import { gridient } from "../run-in.ts";
import { send, serve } from "./serving.ts";

const LONG =
  "dataset: {name: digits, train: 2000}\narchitecture: {hidden: [30]}\neta: [1, 2]\nepochs: [3, 50000]\nreplicates: 2\n";
const HOSTILE = "<img src=x onerror=alert(1)>";
const SHORT = "dataset: xor\narchitecture: {hidden: [4]}\neta: [5, 6]\nbatchSize: full\nepochs: 3\n";

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, "experiments/long.yaml"), LONG);
  await writeFile(join(cwd, `experiments/${HOSTILE}.yaml`), SHORT);
  await writeFile(join(cwd, "experiments/short.yaml"), SHORT);
});

/** Opens a page; notes complaints, and requests that go elsewhere. */
async function open(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<[Page, string[]]> {
  const page = await browser.newPage(options);
  const troubles: string[] = [];
  page.on("console", (message) => troubles.push(message.text()));
  page.on("pageerror", ({ message }) => troubles.push(message));
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(url).origin)) troubles.push(request.url());
  });
  await page.goto(url);
  return [page, troubles];
}

describe.skipIf(!CHROMIUM)("the live page in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await sharedChromium();
  });
  afterAll(closePages);

  it("shows threads, growing curves and the report so far; stops a trial and the sweep; stays when the server goes", async () => {
    const { url, command } = await serve(cwd, ["sweep", "experiments/long.yaml", "--workers", "1", "--ui"]);
    const [page, troubles] = await open(browser, url);
    await page.getByRole("heading", { level: 1, name: "long" }).waitFor();
    await expect
      .poll(() => page.locator(".answer").textContent())
      .toBe("No answer yet, after 0 of 8 trials.");
    const curve = page.locator(".live path.curve").first();
    const before = await curve.getAttribute("d");
    await expect.poll(() => curve.getAttribute("d"), { timeout: 10_000 }).not.toBe(before);
    await page.getByRole("button", { name: "Stop trials 0, 2" }).click();
    await page.getByText("Trial 0 (eta = 1, epochs = 3, replicate 0) was stopped").waitFor();
    await page.getByRole("button", { name: "Stop the sweep" }).click();
    await page.getByRole("heading", { name: "Stopped" }).waitFor();
    expect((await command).exitCode).toBe(130);
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("long");
    expect(troubles).toEqual([]);
    await page.close();
  }, 30_000);

  it("has nothing that keeps people out, in the light and in the dark", async () => {
    const { url, command } = await serve(cwd, ["sweep", "experiments/long.yaml", "--workers", "1", "--ui"]);
    const [page] = await open(browser, url, { bypassCSP: true });
    const expectNoBarriers = async (name: string) => {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await findBarriers(page, colorScheme)).toEqual([]);
        await photograph(page, `${name}-${colorScheme}`);
      }
    };
    await page.locator(".live path.curve").first().waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Stop trials 0, 2" }).click();
    await page.getByText("was stopped").first().waitFor();
    await expectNoBarriers("live");
    await page.getByRole("button", { name: "Stop the sweep" }).click();
    await page.getByRole("heading", { name: "Stopped" }).waitFor();
    await expectNoBarriers("stopped");
    expect((await command).exitCode).toBe(130);
    await page.close();
  }, 60_000);

  itLong.skipIf(!HAS_REDIS)(
    "shows the workers of a fleet, what each trains, and stops a trial there",
    async () => {
      const redis = await RedisServer.start();
      const workers = [startWorker(cwd, redis.url), startWorker(cwd, redis.url)];
      onTestFinished(async () => {
        for (const { kill } of workers) kill("SIGKILL");
        await redis.stop();
      });
      const args = ["sweep", "experiments/long.yaml", "--runner", "bullmq", "--redis", redis.url, "--ui"];
      const { url, command } = await serve(cwd, args);
      const [page, troubles] = await open(browser, url);
      await page.getByText("2 workers with 2 threads").waitFor();
      const threads = page.getByRole("list", { name: "Threads" }).getByRole("listitem");
      await expect.poll(() => threads.filter({ hasText: "epoch" }).count(), { timeout: 20_000 }).toBe(2);
      for (const text of await threads.allTextContents()) expect(text).toMatch(/-[0-9a-f]{4}, thread 1/);
      const curve = page.locator(".live path.curve").first();
      await expect.poll(() => curve.getAttribute("d"), { timeout: 20_000 }).toMatch(/L.*L/); // a line, not dots
      await photograph(page, "live-fleet");
      await page.getByRole("button", { name: "Stop trials 0, 2" }).click();
      await page.getByText("Trial 0 (eta = 1, epochs = 3, replicate 0) was stopped").waitFor();
      await page.getByRole("button", { name: "Stop the sweep" }).click();
      await page.getByRole("heading", { name: "Stopped" }).waitFor();
      expect((await command).exitCode).toBe(130);
      expect(troubles).toEqual([]);
      await page.close();
    },
    60_000,
  );

  it("lists results with their answers, hostile names as text, and opens their pages", async () => {
    const specs = [`experiments/${HOSTILE}.yaml`, "experiments/short.yaml"];
    expect((await gridient(cwd, ["sweep", ...specs])).exitCode).toBe(0);
    await cp(join(cwd, "results/short"), join(cwd, "results/.store/short"), { recursive: true });
    const { url, stop } = await serve(cwd, ["view", "results"]);
    const [page, troubles] = await open(browser, url, { colorScheme: "dark" });
    await expect
      .poll(() => page.getByRole("heading", { level: 2 }).allTextContents())
      .toEqual([HOSTILE, "short"]);
    await expect.poll(() => page.locator(".entry").nth(1).textContent()).toContain("Best: eta = ");
    const [bare] = await open(browser, url, { bypassCSP: true });
    expect(await findBarriers(bare, "light")).toEqual([]);
    await photograph(page, "view-dark");
    await page.getByRole("link", { name: HOSTILE }).click();
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe(HOSTILE);
    expect(troubles).toEqual([]);
    const { origin } = new URL(url);
    expect((await send("GET", `${origin}/report/short`)).status).toBe(403);
    expect((await send("GET", `${url}report/${encodeURIComponent("../../experiments")}`)).status).toBe(404);
    expect((await send("GET", `${url}report/short`)).headers).toMatchObject({ "cache-control": "no-store" });
    await page.close();
    expect(await stop()).toBe(0);
  }, 30_000);

  it("searches the list, and compares two experiments that are ticked", async () => {
    const specs = [`experiments/${HOSTILE}.yaml`, "experiments/short.yaml"];
    expect((await gridient(cwd, ["sweep", ...specs])).exitCode).toBe(0);
    const { url, stop } = await serve(cwd, ["view", "results"]);
    const [page, troubles] = await open(browser, url);
    const width = "document.querySelector('.thumbnail').naturalWidth";
    await expect.poll(() => page.evaluate(width)).toBeGreaterThan(300);
    await page.getByRole("searchbox").fill("SHORT eta");
    await expect.poll(() => page.getByRole("heading", { level: 2 }).allTextContents()).toEqual(["short"]);
    await page.getByRole("searchbox").fill("");
    const compare = page.getByRole("button", { name: /^Compare/ });
    expect(await compare.isDisabled()).toBe(true);
    for (const tick of await page.getByRole("checkbox").all()) await tick.check();
    await compare.click();
    await expect
      .poll(() => page.getByRole("heading", { level: 1 }).textContent())
      .toBe(`${HOSTILE} and short`);
    await expect.poll(() => page.getByRole("table").first().textContent()).toContain("identical22");
    expect(troubles).toEqual([]);
    const [bare] = await open(browser, page.url(), { bypassCSP: true });
    expect(await findBarriers(bare, "light")).toEqual([]);
    for (const words of ["", "?with=short", "?with=short&with=nothing"])
      expect((await send("GET", `${url}compare${words}`)).status).toBe(404);
    await page.close();
    expect(await stop()).toBe(0);
  }, 30_000);
});
