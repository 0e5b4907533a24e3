import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lessonSpec, startOf } from "../../src/playground/lessons/lesson.ts";
import { LESSONS } from "../../src/playground/lessons/course/lessons.ts";
import { CHROMIUM, closePages, sharedChromium } from "../support/chromium.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
/** A page that keeps nothing but the lesson, the language and the spec. */
const ENTRY = `
import { h, render } from "preact";
import { useState } from "preact/hooks";
import { LessonPanel } from "../../src/playground/lessons/lesson-panel.tsx";
function Page() {
  const [lesson, onLesson] = useState(undefined);
  const [language, onLanguage] = useState("en");
  const [spec, onSpec] = useState({ file: "", text: "" });
  const panel = h(LessonPanel, { lesson, language, onLesson, onLanguage, onSpec, onRun: () => (document.title = "run") });
  return h("main", {}, panel, h("output", {}, spec.file + "\\n" + spec.text));
}
render(h(Page), document.body);
`;

let html: string;
beforeAll(async () => {
  if (CHROMIUM) html = await pageHtml();
});
afterAll(closePages);

describe.runIf(CHROMIUM)("LessonPanel", () => {
  it("hands over the experiment of a lesson, also when a knob is turned", async () => {
    const page = await open();
    const [, lesson] = LESSONS;
    await page.getByRole("button", { name: lesson!.title.en }).click();
    const start = lessonSpec(lesson!, startOf(lesson!));
    await expect.poll(() => page.locator("output").textContent()).toBe(`${start.file}\n${start.text}`);
    await page.getByRole("group", { name: "epochs" }).getByRole("button", { name: "200" }).click();
    await expect.poll(() => page.locator("output").textContent()).toContain("epochs: 200\n");
    await page.getByRole("button", { name: "Run" }).click();
    expect(await page.title()).toBe("run");
    await page.getByRole("button", { name: "Next lesson" }).click();
    await expect.poll(() => page.locator("output").textContent()).toContain("gradient-descent.yaml");
  });

  it("steps through backpropagation in Spanish, without a finding of axe, on a phone", async () => {
    const page = await open();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole("button", { name: "Español" }).click();
    await page.getByRole("button", { name: "Retropropagación" }).click();
    const rows = page.locator(".lesson-equations tbody tr");
    for (const count of [6, 1, 3, 9, 6]) {
      await expect.poll(() => rows.count()).toBe(count);
      await page.getByRole("button", { name: "Siguiente", exact: true }).click();
    }
    await page.addScriptTag({ path: AXE });
    expect(await page.evaluate(`axe.run(".lesson-panel").then(({ violations }) => violations)`)).toEqual([]);
    const panel = await page.locator(".lesson-panel").boundingBox();
    expect(panel!.x + panel!.width).toBeLessThanOrEqual(390);
  });
});

async function open(): Promise<Page> {
  const page = await (await sharedChromium()).newPage();
  await page.setContent(html);
  return page;
}

async function pageHtml(): Promise<string> {
  const entry = `${ROOT}test/playground/lesson-page.js`;
  const bundle = await rolldown({
    input: entry,
    platform: "browser",
    tsconfig: `${ROOT}src/playground/tsconfig.json`,
    plugins: [
      {
        name: "entry",
        load: (id) => (id === entry ? ENTRY : null),
        resolveId: (id) => (id === entry ? id : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: "iife" });
  await bundle.close();
  const styles = [
    "browser/style/1-base.css",
    "browser/style/2-controls.css",
    "playground/lessons/lessons.css",
  ];
  const style = styles.map((name) => readFileSync(`${ROOT}src/${name}`, "utf8")).join("");
  return `<!doctype html><html lang="en"><head><title>Lessons</title><meta name="viewport" content="width=device-width"><style>${style}</style></head><body><script>${output[0].code}</script></body></html>`;
}
