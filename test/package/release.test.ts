import { readFileSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validate } from "dockerfile-utils";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../support/folders.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CHANGES =
  "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A thing.\n\n## [0.1.0] - 2026-01-01\n\n- All.\n";

/** Returns a clone with a changelog, in which `npm version` can run. */
async function clone(): Promise<string> {
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, "src/build"), { recursive: true });
  await cp(join(ROOT, "src/build/changelog.mjs"), join(cwd, "src/build/changelog.mjs"));
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const manifest = { name: "gridient", version: "0.1.0", scripts: { version: scripts["version"] } };
  await writeFile(join(cwd, "package.json"), JSON.stringify(manifest));
  await writeFile(join(cwd, "CHANGELOG.md"), CHANGES);
  await execa("git", ["init", "--quiet"], { cwd });
  await execa("git", ["add", "--all"], { cwd });
  await execa("git", ["commit", "--quiet", "--message", "Begin"], { cwd, env: AUTHOR });
  return cwd;
}

const AUTHOR = {
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.org",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.org",
  GIT_CONFIG_GLOBAL: "/dev/null",
};

describe("npm version", () => {
  it("commits version and changelog and tags them, and the release quotes its part of the changelog", async () => {
    const cwd = await clone();
    await execa("npm", ["version", "minor"], { cwd, env: AUTHOR });
    expect(await readFile(join(cwd, "CHANGELOG.md"), "utf8")).toMatch(
      /^## \[Unreleased\]\n\n## \[0\.2\.0\] - \d{4}-\d\d-\d\d\n\n### Added\n\n- A thing\.\n\n## \[0\.1\.0\]/m,
    );
    const git = async (...args: string[]) => (await execa("git", args, { cwd })).stdout;
    expect(await git("describe", "--tags")).toBe("v0.2.0");
    expect(await git("status", "--porcelain")).toBe("");
    const { stdout } = await execa(process.execPath, ["src/build/changelog.mjs", "notes"], { cwd });
    expect(stdout).toBe("### Added\n\n- A thing.");
  });

  it("refuses a version without changes", async () => {
    const cwd = await clone();
    await writeFile(join(cwd, "CHANGELOG.md"), CHANGES.replace("### Added\n\n- A thing.\n\n", ""));
    const { exitCode, stderr } = await execa(process.execPath, ["src/build/changelog.mjs"], {
      cwd,
      reject: false,
    });
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain("CHANGELOG.md lists nothing under Unreleased");
  });
});

describe("release.yml", () => {
  it("publishes with provenance, after all tests, what the tag names", () => {
    const { on, permissions, jobs } = parse(
      readFileSync(join(ROOT, ".github/workflows/release.yml"), "utf8"),
    ) as {
      on: unknown;
      permissions: unknown;
      jobs: { publish: { steps: { run?: string }[] } };
    };
    expect(on).toEqual({ push: { tags: ["v*"] } });
    expect(permissions).toEqual({ contents: "write", "id-token": "write" });
    const runs = jobs.publish.steps.flatMap(({ run }) => run ?? []);
    const steps = [
      "npm ci",
      'test "$GITHUB_REF_NAME"',
      "npm test",
      "npm publish --provenance",
      "node src/build/changelog.mjs",
    ];
    expect(steps.map((start) => runs.findIndex((run) => run.startsWith(start)))).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("the container file", () => {
  const text = readFileSync(join(ROOT, ".github/container/Dockerfile"), "utf8");

  it("is without fault to a linter", () => {
    expect(validate(text)).toEqual([]);
    expect(validate("FROM node\nMAINTAINER me\nRUM ls\n").length).toBeGreaterThan(1);
  });

  it("runs the command line as a user without rights, on the slim image of Node", () => {
    const last = text.slice(text.lastIndexOf("FROM "));
    expect(last).toMatch(/^FROM node:22-slim\n/);
    expect(last).toMatch(/\nUSER node\nWORKDIR \/project\nENTRYPOINT \["gridient"\]\n/);
    expect(last).toMatch(/bullmq@6 ioredis@6/);
  });
});
