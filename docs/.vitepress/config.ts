/**
 * The site: `npm run site` builds it into dist/site. Pages are the Markdown files of the repository, as they are.
 * @module
 */
import { existsSync, readdirSync } from "node:fs";
import { cp } from "node:fs/promises";
import { defineConfig, type Plugin } from "vitepress";
import { checkSite } from "./check-site.ts";
import { followLinks } from "./links.ts";
import { sideBar } from "./navigation.ts";
import { openSpecs } from "./open-specs.ts";
import { addressOf, anchorOf, ROOT, textOf } from "./pages.ts";

const { name, version, description, homepage } = JSON.parse(textOf("package.json"));
const repository = homepage.replace(/#.*$/, "");
const source = `${repository}/blob/main/`;
/** Where GitHub Pages serves the site of a repository. */
const base = `/${name}/`;
const experiments = readdirSync(`${ROOT}results`).filter((name) => /^[a-z\d-]+$/.test(name));
const outDir = `${ROOT}dist/site`;

const PLAYGROUND = `${ROOT}dist/playground`;
/** A build without the page of the playground has no links to it. */
const hasPlayground = existsSync(`${PLAYGROUND}/index.html`);
const PLAYGROUND_ACTIONS = [
  { theme: "alt", text: "Playground", link: "/playground/", target: "_blank" },
  { theme: "alt", text: "Lessons", link: "/playground/#lesson=introduction", target: "_blank" },
];

/** What the first page shows above README.md. */
const home = {
  layout: "home",
  hero: {
    name,
    text: "Experiments as code",
    tagline:
      "One YAML file describes a grid of trainings. One command runs them and writes tables that anyone can regenerate, byte for byte.",
    actions: [
      { theme: "brand", text: "Your first sweep", link: "/tutorials/first-sweep" },
      ...(hasPlayground
        ? PLAYGROUND_ACTIONS
        : [{ theme: "alt", text: "The course", link: "/tutorials/course" }]),
    ],
  },
};

/** Lets pages import Vue, although they are outside the folder in which it is installed. */
const installedVue: Plugin = {
  name: "installed-vue",
  enforce: "pre",
  resolveId: (id, _importer, { ssr }) => (ssr && /^vue(\/|$)/.test(id) ? { id, external: true } : undefined),
};

export default defineConfig({
  title: name,
  description,
  lang: "en",
  base,
  srcDir: "..",
  outDir,
  cacheDir: `${outDir}-cache`,
  cleanUrls: true,
  buildConcurrency: 1, // pages enter the search in the same order in every build
  rewrites: (file) => `${addressOf(file)}.md`,
  srcExclude: [
    "{src,test,schemas,coverage}/**",
    "{AGENTS,ARCHITECTURE,CONTRIBUTING,SECURITY}.md",
    "docs/style.md",
  ],
  head: [
    ["meta", { name: "color-scheme", content: "light dark" }],
    ["link", { rel: "icon", href: "data:," }],
  ],
  markdown: {
    anchor: { slugify: anchorOf },
    config(md) {
      followLinks(md, source);
      if (hasPlayground) openSpecs(md, base, source);
    },
  },
  vite: { plugins: [installedVue], build: { chunkSizeWarningLimit: 1000 } }, // kB: the search, which is loaded when needed
  transformPageData: ({ relativePath }) => {
    if (relativePath === "index.md") return { frontmatter: home };
    return /^(api|results)\//.test(relativePath) ? { frontmatter: { editLink: false } } : {}; // programs write them
  },
  async buildEnd() {
    if (hasPlayground) await cp(PLAYGROUND, `${outDir}/playground`, { recursive: true });
    checkSite(outDir, base);
  },
  themeConfig: {
    nav: [
      {
        text: "Documentation",
        link: "/documentation",
        activeMatch: "^/(documentation|tutorials|how-to|reference|explanation)",
      },
      { text: "Results", link: "/results/", activeMatch: "^/results" },
      ...(hasPlayground ? [{ text: "Playground", link: "/playground/", target: "_blank" }] : []),
      { text: "API", link: "/api/", activeMatch: "^/api" },
    ],
    sidebar: sideBar(experiments),
    outline: { level: [2, 3] },
    search: { provider: "local", options: { detailedView: false } },
    socialLinks: [{ icon: "github", link: repository }],
    footer: {
      message: `gridient ${version}, MIT licensed`,
      copyright: `<a href="${base}changelog">Changelog</a>`,
    },
    editLink: { pattern: `${repository}/edit/main/:path`, text: "Edit this page" },
  },
});
