import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { blockOf } from "../docs/pages.ts";
import { resultsWorkflow } from "../../src/commands/authoring/results-workflow.ts";
import { temporaryFolder } from "../support/folders.ts";
import { ownAction, type Step } from "../support/run-action.ts";

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly Step[]; readonly "timeout-minutes": number }>
  >;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = ".github/workflows/";
/** The majors that their repositories released last when this list was made: 2026-11. */
const MAJORS: Readonly<Record<string, string>> = {
  "actions/checkout": "v7",
  "actions/setup-node": "v7",
  "actions/cache/restore": "v6",
  "actions/cache/save": "v6",
  "actions/upload-artifact": "v7",
  "actions/upload-pages-artifact": "v5",
  "actions/deploy-pages": "v5",
  "actions/download-artifact": "v8",
  "gridient/action": "v1",
};

const action = ownAction();
const workflows = readdirSync(ROOT + FOLDER).map((name) => {
  return { name, workflow: parse(readFileSync(`${ROOT}${FOLDER}${name}`, "utf8")) as Workflow };
});
const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps }) => steps);
const everywhere: readonly (readonly [string, readonly Step[]])[] = [
  ["action.yml", action.runs.steps],
  ...workflows.map(({ name, workflow }) => [name, stepsOf(workflow)] as const),
];

const texts = new Map<string, Promise<string>>();

/** Returns the CI file that a project with this remote is given. */
function initialized(remote: string): Promise<string> {
  const text = texts.get(remote) ?? initialize(remote);
  texts.set(remote, text);
  return text;
}

async function initialize(remote: string): Promise<string> {
  const cwd = await temporaryFolder();
  await execa("git", ["init", "--quiet"], { cwd });
  await execa("git", ["remote", "add", "origin", remote], { cwd });
  return resultsWorkflow(cwd, "results")!.text;
}

describe.each(everywhere)("%s", (name, steps) => {
  it("uses only actions of GitHub and our own, at their current majors", () => {
    for (const { uses } of steps) {
      if (uses === undefined || uses === "./") continue;
      const [path = "", version] = uses.split("@");
      expect({ path, version }).toEqual({ path, version: MAJORS[path] });
    }
  });

  it("has scripts that bash can read, and puts no text of an event or an input into one", async () => {
    const runs = steps.flatMap(({ run }) => run ?? []);
    const scripts = runs.map((run) => run.replaceAll(/\$\{\{.*?\}\}/g, "x"));
    const readEach = 'for script; do bash -n -c "$script" || echo "$script"; done';
    const { exitCode, stdout, stderr } = await execa("bash", ["-c", readEach, "bash", ...scripts]);
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    for (const run of runs) {
      expect(run).not.toMatch(/\$\{\{ *(github\.(event|head_ref)|inputs)\b/);
    }
    expect(steps.length, name).toBeGreaterThan(0);
  });
});

describe("action.yml", () => {
  it("documents every input, uses each, and names a shell for every script", () => {
    const text = readFileSync(`${ROOT}action.yml`, "utf8");
    const page = readFileSync(`${ROOT}docs/how-to/check-results-in-ci.md`, "utf8");
    for (const [input, { description, default: standard }] of Object.entries(action.inputs)) {
      expect(description).toMatch(/^[A-Z].*\.$/);
      expect(standard).toBeTypeOf("string");
      expect(text.match(new RegExp(`inputs\\.${input}\\b`, "g"))).not.toBeNull();
      expect(page).toMatch(new RegExp(`^\\| \`${input}\` `, "m"));
    }
    const named = [...text.matchAll(/\binputs\.([\w-]+)/g)].map(([, input]) => input!);
    expect(new Set(named)).toEqual(new Set(Object.keys(action.inputs)));
    expect(action.runs.using).toBe("composite");
    for (const { run, shell } of action.runs.steps) if (run) expect(shell).toBe("bash");
  });

  it("gives the token to the comment alone: programs that train do not see it", () => {
    const withToken = action.runs.steps.filter((step) => JSON.stringify(step).includes("github.token"));
    expect(withToken.map(({ name }) => name)).toEqual(["Comment on the pull request"]);
  });
});

describe("our workflows", () => {
  it.each(workflows)("$name states its permissions, and how long its jobs may take", ({ workflow }) => {
    expect(Object.keys(workflow.permissions)).toContain("contents");
    for (const job of Object.values(workflow.jobs)) expect(job["timeout-minutes"]).toBeGreaterThan(0);
  });

  it("test on every supported release of Node, and on Windows and macOS", () => {
    const ci = readFileSync(`${ROOT}${FOLDER}ci.yml`, "utf8");
    expect(ci).toContain("node: [20, 22, 24, 26]");
    expect(ci).toContain("system: [windows-latest, macos-latest]");
  });
});

describe("the CI files that gridient init writes", () => {
  it("are those of the documentation", async () => {
    const page = "docs/how-to/check-results-in-ci.md";
    expect(blockOf(page, "yaml", /gridient\/action/)).toContain(await initialized("https://github.com/a/b"));
    expect(blockOf(page, "yaml", /GIT_DEPTH/)).toContain(await initialized("https://gitlab.com/a/b"));
  });

  it("use the action at its major, with inputs that it has, and scripts that a shell can read", async () => {
    const { jobs } = parse(await initialized("https://github.com/a/b")) as Workflow;
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    for (const { uses = "" } of steps) expect(MAJORS[uses.split("@")[0]!]).toBe(uses.split("@")[1]);
    const inputs = steps.find(({ uses }) => uses?.startsWith("gridient/"))!.with!;
    for (const input of Object.keys(inputs)) expect(Object.keys(action.inputs)).toContain(input);
    const { results } = parse(await initialized("https://gitlab.com/a/b")) as {
      results: { script: string[]; after_script: string[] };
    };
    const script = [...results.script, ...results.after_script].join("\n");
    expect((await execa("sh", ["-n"], { input: script, reject: false })).exitCode).toBe(0);
  });
});
