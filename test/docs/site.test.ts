import { readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { checkSite } from "../../docs/.vitepress/check-site.ts";
import { sideBar, type Entry } from "../../docs/.vitepress/navigation.ts";
import { addressOf, anchorOf, linkTo, targetOf } from "../../docs/.vitepress/pages.ts";
import { hashOf } from "../../docs/.vitepress/playground.ts";
import { linkedSpec } from "../../src/report/playground-link.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { IS_LONG } from "../support/long-form.ts";
import { allPages, blockOf, anchorOf as anchorOnCodeHost, ROOT } from "./pages.ts";

const SITE = `${ROOT}docs/.vitepress/`;

describe("the navigation of the site", () => {
  const links = linksIn(sideBar(["lr", "xor"]));

  it("has every page of docs/, and each once", () => {
    const pages = allPages().map(({ path }) => path);
    const addresses = pages
      .filter((path) => /^docs\/.+\//.test(path))
      .map((path) => linkTo(addressOf(path)!));
    expect(addresses.length).toBeGreaterThan(40);
    expect(links.filter((link) => !link.startsWith("/results/")).toSorted()).toEqual(addresses.toSorted());
  });

  it("has the results of experiments", () => {
    expect(links.filter((link) => link.startsWith("/results/"))).toEqual(["/results/lr", "/results/xor"]);
  });
});

describe("the addresses of the site", () => {
  it.each([
    ["README.md", "/"],
    ["docs/README.md", "/documentation"],
    ["docs/api/index.md", "/api/"],
    ["docs/how-to/plan-a-sweep.md", "/how-to/plan-a-sweep"],
    ["results/lr/summary.md", "/results/lr"],
  ])("of %s is %s", (file, link) => expect(linkTo(addressOf(file)!)).toBe(link));

  it("are those of pages alone", () => {
    for (const file of ["CONTRIBUTING.md", "docs/style.md", "experiments/lr.yaml", "src/README.md"])
      expect(addressOf(file)).toBeUndefined();
  });

  it("follow from the links of files", () => {
    const from = "docs/tutorials/course.md";
    expect(targetOf(from, "../reference/grids.md#zip")).toEqual({
      file: "docs/reference/grids.md",
      anchor: "#zip",
    });
    expect(targetOf(from, "#further")).toEqual({ file: from, anchor: "#further" });
    expect(targetOf(from, "https://example.org/")).toBeUndefined();
  });

  it("have the anchors of code hosts", () => {
    const headings = allPages().flatMap(({ text }) =>
      [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading!),
    );
    expect(headings.map(anchorOf)).toEqual(headings.map(anchorOnCodeHost));
  });
});

describe("hashOf()", () => {
  it("links to a spec that the playground can train", () => {
    const spec = { file: "experiments/moons.yaml", text: blockOf("README.md", "yaml") };
    expect(linkedSpec(hashOf(spec.file, spec.text)!)).toEqual(spec);
  });

  it.each(["flowers", "program-awk", "mnist-lr"])(
    "links not to %s, which needs files or programs",
    (name) => {
      const file = `experiments/${name}.yaml`;
      expect(hashOf(file, readFileSync(`${ROOT}${file}`, "utf8"))).toBeUndefined();
    },
  );

  it.each(["eta: 0.1\n", "extends: base.yaml\neta: 1\n", "a: [\n"])(
    "links not to %j, a part of a spec",
    (text) => {
      expect(hashOf("experiments/part.yaml", text)).toBeUndefined();
    },
  );
});

describe("checkSite()", () => {
  const page = (link: string) => `<h2 id="top">Top</h2><a class="a" href="${link}">link</a>`;

  it.each([
    "/base/",
    "/base/how-to/plan",
    "./how-to/plan#top",
    "#top",
    "/base/plot.svg",
    "https://example.org/x",
  ])("accepts %s", async (link) => {
    const folder = await siteOf(page(link));
    expect(() => checkSite(folder, "/base/")).not.toThrow();
  });

  it("accepts what the playground opens, if it is there", async () => {
    const folder = await siteOf(page("/base/playground/#spec=1.x"));
    expect(() => checkSite(folder, "/base/")).toThrow("index.html: /base/playground/#spec=1.x");
    await mkdir(join(folder, "playground"));
    expect(() => checkSite(folder, "/base/")).toThrow("Dead links");
    await writeFile(join(folder, "playground/index.html"), "<main></main>");
    expect(() => checkSite(folder, "/base/")).not.toThrow();
  });

  it.each(["/base/missing", "/elsewhere/", "how-to/plan#missing", "#missing", "/base/missing.svg"])(
    "refuses %s, and names the page",
    async (link) => {
      const folder = await siteOf(page(link));
      expect(() => checkSite(folder, "/base/")).toThrow(`Dead links:\nindex.html: ${link}`);
    },
  );
});

describe("npm run site", () => {
  it("installs what the lock file pins, from the registry alone", () => {
    const lock = JSON.parse(readFileSync(`${SITE}package-lock.json`, "utf8"));
    const { devDependencies } = JSON.parse(readFileSync(`${SITE}package.json`, "utf8"));
    expect(lock.packages[""].devDependencies).toEqual(devDependencies);
    for (const version of Object.values(devDependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it.runIf(IS_LONG)(
    "builds pages with the version, the search and the API, twice the same",
    async () => {
      const folder = `${ROOT}dist/site`;
      const build = () => execa("npm", ["run", "-s", "site"], { cwd: ROOT });
      await build();
      const first = await digestsBelow(folder);
      expect(Object.keys(first)).toContain("api/functions/runExperiment.html");
      const html = await readFile(`${folder}/how-to/plan-a-sweep.html`, "utf8");
      const { version } = JSON.parse(await readFile(`${ROOT}package.json`, "utf8"));
      expect(html).toContain(`gridient ${version}`);
      await build();
      expect(await digestsBelow(folder)).toEqual(first);
    },
    600_000,
  );
});

async function siteOf(html: string): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "how-to"));
  await writeFile(join(folder, "index.html"), html);
  await writeFile(join(folder, "how-to/plan.html"), '<h1 id="top">Plan</h1>');
  await writeFile(join(folder, "plot.svg"), "<svg/>");
  return folder;
}

function linksIn(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ link, items = [] }) => [
    ...(link === undefined ? [] : [link]),
    ...linksIn(items),
  ]);
}
