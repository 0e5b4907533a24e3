import { cp } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gridient } from "../commands/run-in.ts";
import { CHROMIUM, closePages, sharedChromium } from "../support/chromium.ts";
import { temporaryFolder } from "../support/folders.ts";
import { ROOT } from "./pages.ts";

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
});
afterAll(closePages);

async function example(name: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execa(process.execPath, [join(ROOT, "examples", name), ...args], {
    cwd,
    reject: false,
  });
  return stdout;
}

describe("examples/", () => {
  it("stop-early.mjs stops, and run.mjs trains the rest", async () => {
    const stopped = await example("stop-early.mjs");
    expect(stopped).toMatch(/^9 trials, 0 stored\n(trial \d: completed\n){3,8}stopped before the end/);
    expect(await example("run.mjs")).toBe(
      "written: results/moons\neta 0.03: 84.0 %\neta 0.3: 89.9 %\neta 3: 99.9 %\nbest: eta 3",
    );
    expect(await example("stop-early.mjs")).toBe("9 trials, 9 stored\nwritten: results/moons");
  });

  it("report-problems.mjs prints lines and columns", async () => {
    expect(await example("report-problems.mjs", "missing.yaml")).toMatch(/^missing\.yaml:1:1: /);
  });

  it("predict.mjs answers with an exported model", async () => {
    await cp(join(ROOT, "examples/moons.yaml"), join(cwd, "moons.yaml"));
    const { exitCode } = await gridient(cwd, ["export-model", "moons.yaml", "--out", "model.json"]);
    expect(exitCode).toBe(0);
    expect(await example("predict.mjs")).toMatch(/^0\.5, 0\.8: 0 .*\n-0\.5, -0\.8: 1 /);
  });

  it.skipIf(!CHROMIUM)("predict.html answers in a browser", async () => {
    const files: Readonly<Record<string, string>> = {
      "/": join(ROOT, "examples/predict.html"),
      "/predict.js": join(ROOT, "dist/browser/predict.js"),
      "/model.json": join(cwd, "model.json"),
    };
    const page = await (await sharedChromium()).newPage();
    await page.route("http://example.test/**", (route) => {
      const path = files[new URL(route.request().url()).pathname];
      return path === undefined ? route.abort() : route.fulfill({ path });
    });
    await page.goto("http://example.test/");
    await expect.poll(() => page.locator("#label").textContent()).toBe("0");
  });
});
