import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, closePages, sharedChromium } from "../support/chromium.ts";
import { measurePictures } from "./measure-picture.ts";

const PICTURES = readdirSync("results", { recursive: true, encoding: "utf8" })
  .filter((file) => /plots.[^/\\]+\.svg$/.test(file))
  .sort();

describe.skipIf(!CHROMIUM)("the pictures of all results", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await sharedChromium();
  });
  afterAll(closePages);

  it.each(["light", "dark"] as const)(
    "have texts that are whole, apart and legible, in the %s",
    async (colorScheme) => {
      const page = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 3000 } });
      await page.setContent("<style>body{margin:0}svg{display:block}</style>");
      const svgs = PICTURES.map((file) => readFileSync(join("results", file), "utf8"));
      const found = await measurePictures(page, svgs);
      const troubles = found.flatMap((each, i) => each.map((trouble) => `${PICTURES[i]}: ${trouble}`));
      await page.close();
      expect(PICTURES.length).toBeGreaterThan(100);
      expect(troubles).toEqual([]);
    },
  );
});
