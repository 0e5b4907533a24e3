import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";
import { notices } from "./notices.mjs";

/** What report.html is made of: a session that has it can write one. */
const REPORT = ["page.js", "page.css", "trainer.txt"];
const built = new URL("../../dist/browser/", import.meta.url);
const root = new URL("../../", import.meta.url);
const PAGE = "src/playground/page/index.html";
/** After those of the report, whose looks the page shares. */
const STYLES = ["src/playground/page/playground.css", "src/playground/lessons/lessons.css"];
/** An experiment on files, or of a program, which a browser does not have. */
const NEEDS_FILES =
  /^kind: program$|^command:|\bname: (csv|tsv|images|idx|mnist)\b|^dataset: mnist$|^extends:/m;

/**
 * Bundles the page of the playground, with its editor apart; its workers: session.js, which reads, plans and reports, and
 * trainer.js, which it starts to train; and puts beside them what report.html is made of. All of it is fetched once, from
 * wherever the folder lies.
 */
export async function playgroundFiles() {
  const workers = {
    "session.js": await worker("playground/session-worker.ts"),
    "trainer.js": await worker("playground/trainer-worker.ts"),
  };
  const report = REPORT.map((name) => fileURLToPath(new URL(name, built)));
  const page = await pageScripts();
  const examples = exampleFiles();
  const texts = [PAGE, ...STYLES].map((path) => fileURLToPath(new URL(path, root)));
  const inputs = [...Object.values(workers), page].flatMap((script) => script.inputs);
  return {
    files: {
      ...Object.fromEntries(Object.entries(workers).map(([name, { code }]) => [name, code])),
      ...Object.fromEntries(REPORT.map((name, i) => [`report/${name}`, readFileSync(report[i], "utf8")])),
      ...page.files,
      "index.html": readRoot(PAGE),
      "playground.css": [readFileSync(report[1], "utf8"), ...STYLES.map(readRoot)].join(""),
      "examples.json": JSON.stringify(Object.fromEntries(examples.map((path) => [path, exampleText(path)]))),
      "LICENSES.txt": notices(inputs),
    },
    inputs: [...inputs, ...report, ...texts, ...examples.map((path) => fileURLToPath(new URL(path, root)))],
  };
}

function readRoot(path) {
  return readFileSync(new URL(path, root), "utf8");
}

/** The first line, which is for editors on a disk, is left out. */
function exampleText(path) {
  return readRoot(path).replace(/^# yaml-language-server:.*\n/, "");
}

/** Returns the paths of the experiments whose data is built in. */
function exampleFiles() {
  return readdirSync(new URL("experiments/", root))
    .filter((name) => /^[^_].*\.yaml$/.test(name))
    .map((name) => `experiments/${name}`)
    .filter((path) => !NEEDS_FILES.test(readRoot(path)))
    .toSorted();
}

/** What the first view needs is index.js, a name that no module of src/playground/ has: tests take those from dist/; what follows it is loaded by a name that does not change. */
async function pageScripts() {
  const names = { entryFileNames: "index.js", chunkFileNames: "[name].js" };
  const output = { format: "esm", minify: true, comments: false, ...names };
  const bundled = await bundle(
    ["playground/page/main.tsx"],
    "playground/tsconfig.json",
    { platform: "browser" },
    output,
  );
  const files = Object.fromEntries(bundled.output.map(({ fileName, code }) => [fileName, code]));
  return { files, inputs: bundled.inputs };
}

async function worker(entry) {
  const output = { format: "esm", minify: true, comments: false };
  const bundled = await bundle([entry], "playground/tsconfig.json", { platform: "browser" }, output);
  return { code: bundled.output[0].code, inputs: bundled.inputs };
}
