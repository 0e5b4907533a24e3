import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FakeHost } from "../support/fake-host.ts";
import { temporaryFolder } from "../support/folders.ts";
import { projectWithPackage } from "../support/packed.ts";
import { runAction } from "../support/run-action.ts";

const EXPERIMENT = `dataset: moons
architecture: { hidden: [8], output: softmax }
loss: crossEntropy
eta: 0.03
epochs: 10
replicates: 4
`;
const FILE = "experiments/first.yaml";
const GIT = {
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.org",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.org",
  GIT_CONFIG_GLOBAL: "/dev/null",
};

let host: FakeHost;
let project: string;
/** Where the project is pushed to. */
let origin: string;
/** Where the cache of the CI is. */
let cache: string;

beforeAll(async () => {
  host = new FakeHost();
  await host.start();
  project = await projectWithPackage();
  cache = await temporaryFolder();
  origin = join(await temporaryFolder(), "github.com/someone/project.git");
  await mkdir(origin, { recursive: true });
  await git(origin, "init", "--quiet", "--bare", "--initial-branch=main");
  await git(origin, "config", "uploadpack.allowAnySHA1InWant", "true");
  await git(project, "init", "--quiet", "--initial-branch=main");
  await git(project, "remote", "add", "origin", origin);
  await run("init", "--dataset", "moons");
  await writeFile(join(project, FILE), EXPERIMENT);
  await run("sweep", "--quiet");
  await commit("Begin");
  await git(project, "push", "--quiet", "origin", "main");
});
afterAll(() => host.stop());

async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  return (await execa("git", args, { cwd, env: GIT })).stdout;
}

/** Runs the installed program in the project. */
async function run(...args: readonly string[]): Promise<void> {
  await execa("node_modules/.bin/gridient", args, {
    cwd: project,
    env: { GITHUB_ACTIONS: "", NO_COLOR: "1" },
  });
}

async function commit(message: string): Promise<void> {
  await git(project, "add", "--all");
  await git(project, "commit", "--quiet", "--message", message);
}

/** Changes the experiment on a branch, and pushes its merge as a code host makes one for pull request 5. */
async function pullRequest(eta: number, sweeps: boolean): Promise<void> {
  await git(project, "checkout", "--quiet", "-B", "topic", "main");
  await writeFile(join(project, FILE), EXPERIMENT.replace("0.03", String(eta)));
  if (sweeps) await run("sweep", "--quiet");
  await commit("Change");
  await git(project, "checkout", "--quiet", "--detach", "main");
  await git(project, "merge", "--quiet", "--no-ff", "--message", "Merge", "topic");
  await git(project, "push", "--quiet", "--force", "origin", "HEAD:refs/pull/5/merge");
}

/** Checks the merge out like actions/checkout, with one commit of history, and runs the action there. */
async function runJob(
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
) {
  const cwd = await temporaryFolder();
  await git(cwd, "init", "--quiet");
  await git(cwd, "remote", "add", "origin", pathToFileURL(origin).href);
  await git(cwd, "fetch", "--quiet", "--depth=1", "origin", "refs/pull/5/merge");
  await git(cwd, "checkout", "--quiet", "FETCH_HEAD");
  await symlink(join(project, "node_modules"), join(cwd, "node_modules"));
  const event = join(await temporaryFolder(), "event.json");
  const head = { sha: await git(project, "rev-parse", "topic"), repo: { full_name: "someone/project" } };
  await writeFile(event, JSON.stringify({ pull_request: { number: 5, head } }));
  const job = {
    ...host.github(event),
    GITHUB_SHA: await git(cwd, "rev-parse", "HEAD"),
    NO_COLOR: "1",
    ...env,
  };
  return runAction({ cwd, cache, inputs, env: job });
}

describe("action.yml in a project from nothing", () => {
  it("comments what a pull request does to the results, writes the same as the summary, and fills the cache", async () => {
    await pullRequest(0.1, true);
    const { failed, log, summary } = await runJob();
    expect({ failed, log }).toMatchObject({ failed: [] });
    expect(host.comments).toHaveLength(1);
    const { body } = host.comments[0]!;
    expect(body.split("\n")[1]).toMatch(
      /^✅ \*\*first gets better\*\*: test accuracy .* 84\.7 ± 0\.7 % → 87\.0 ± 0\.6 %/,
    );
    expect(body).toContain(summary);
    expect(body).toContain("2 passed");
    expect(log).not.toContain("comment updated");
  });

  it("updates that comment, trains nothing that the cache has, and shows that results were forgotten", async () => {
    await pullRequest(0.1, false);
    const { failed, log, restored } = await runJob();
    expect(failed).toEqual(["Review the change"]);
    expect(restored).toBe(true);
    expect(log).toContain("comment updated");
    expect(host.comments).toHaveLength(1);
    expect(host.comments[0]!.body).toMatch(/^<!-- gridient:comment -->\n❌ \*\*\d+ checks fail/);
    expect(host.comments[0]!.body).toContain("the committed ones are not up to date");
  });

  it("leaves out what its inputs turn off, and comments nothing then", async () => {
    const before = host.requests.length;
    const { failed, summary } = await runJob({ check: "false", verify: "0", comment: "false", files: FILE });
    expect(failed).toEqual([]);
    expect(summary).toMatch(/^\*\*first changes\*\*, but there are no results of it as it is now/);
    expect(host.requests.length).toBe(before);
  });

  it("passes without a comment where the token may not write", async () => {
    await pullRequest(0.1, true);
    host.refusals.push({ status: 403, method: "PATCH", message: "Resource not accessible by integration" });
    const { failed, log } = await runJob();
    expect(failed).toEqual([]);
    expect(log).toContain("::notice title=gridient::No comment written");
  });

  it("compares a push with the commit before it", async () => {
    const before = await git(project, "rev-parse", "main");
    const { summary, failed } = await runJob({}, { GITHUB_EVENT_NAME: "push", TEST_BEFORE: before });
    expect(failed).toEqual([]);
    expect(summary).toMatch(/first gets better/);
  });

  it("compares nothing where the commit before a push is unknown", async () => {
    const { summary, failed } = await runJob(
      { check: "false", verify: "0" },
      { GITHUB_EVENT_NAME: "push", TEST_BEFORE: "0".repeat(40) },
    );
    expect(failed).toEqual([]);
    expect(summary).toMatch(/^\*\*No trial and no result changes\*\*/);
  });
});

describe("gridient init", () => {
  it("writes a workflow that uses the action with its inputs", async () => {
    const text = await readFile(join(project, ".github/workflows/results.yml"), "utf8");
    expect(text).toContain("uses: gridient/action@v1");
  });
});
