/**
 * Puts the pictures of all results on contact sheets, light and dark: `npm run pictures [-- RESULTS [SHEETS]]`.
 * @module
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { CHROMIUM, startChromium } from "../support/chromium.ts";

const PER_SHEET = 20;
const WIDTH = 1920;
const PAPER = { light: "#ffffff", dark: "#0d1117" } as const;

const [results = "results", folder = "coverage/pictures"] = process.argv.slice(2);

/** Returns the files of pictures, one list for each experiment. */
function findPictures(): string[][] {
  return readdirSync(results)
    .sort()
    .map((name) => join(results, name, "plots"))
    .filter((plots) => existsSync(plots))
    .map((plots) =>
      readdirSync(plots)
        .filter((name) => name.endsWith(".svg"))
        .sort()
        .map((name) => join(plots, name)),
    );
}

/** Returns the files of each sheet: the pictures of an experiment stay together. */
function sheetsOf(experiments: readonly string[][]): string[][] {
  const sheets: string[][] = [];
  for (const pictures of experiments) {
    const last = sheets.at(-1);
    if (last && last.length + pictures.length <= PER_SHEET) last.push(...pictures);
    else sheets.push([...pictures]);
  }
  return sheets;
}

function sheetHtml(files: readonly string[], scheme: keyof typeof PAPER): string {
  const figures = files.map((file) => {
    const source = `data:image/svg+xml;base64,${readFileSync(file).toString("base64")}`;
    const name = file.slice(results.length + 1).replace("/plots/", ": ");
    return `<figure><img src="${source}"><figcaption>${name}</figcaption></figure>`;
  });
  const ink = scheme === "light" ? "#57606a" : "#9aa4af";
  return `<!doctype html><meta name="color-scheme" content="${scheme}"><style>
    body{margin:16px;background:${PAPER[scheme]};color:${ink};font:13px sans-serif;columns:4;column-gap:16px}
    figure{margin:0 0 16px;padding:8px;border:1px solid ${ink}55;break-inside:avoid}img{width:100%}
    </style>${figures.join("")}`;
}

async function photographSheet(
  browser: Browser,
  files: readonly string[],
  { scheme, number }: { scheme: keyof typeof PAPER; number: number },
): Promise<void> {
  const page = await browser.newPage({ colorScheme: scheme, viewport: { width: WIDTH, height: 800 } });
  await page.setContent(sheetHtml(files, scheme), { waitUntil: "load" });
  await page.screenshot({ path: join(folder, `${scheme}-${number}.png`), fullPage: true });
  await page.close();
}

if (!CHROMIUM) process.exit(1);
mkdirSync(folder, { recursive: true });
const sheets = sheetsOf(findPictures());
const browser = await startChromium();
for (const [i, files] of sheets.entries()) {
  for (const scheme of ["light", "dark"] as const)
    await photographSheet(browser, files, { scheme, number: i + 1 });
}
await browser.close();
process.stdout.write(
  `${sheets.flat().length} pictures on ${2 * sheets.length} sheets in ${resolve(folder)}\n`,
);
