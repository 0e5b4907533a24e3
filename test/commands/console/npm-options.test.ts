import { readFileSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { OPTIONS_OF_NPM, refuseOptionsTakenByNpm } from "../../../src/commands/console/npm-options.ts";
import { buildProgram } from "../../../src/commands/run-cli.ts";
import type { Io } from "../../../src/commands/console/io.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { CLI } from "../run-in.ts";

const silence = { write: () => {} };
const io: Io = { stdout: silence, stderr: silence, env: {}, now: () => 0, onInterrupt: () => () => {} };
const program = buildProgram(io, () => {});
const commands = (parent: Command): Command[] =>
  parent.commands.flatMap((command) => [command, ...commands(command)]);
const OPTIONS = [...new Set(commands(program).flatMap(({ options }) => options.map(({ long }) => long!)))];
const OWN = OPTIONS.filter((name) => !OPTIONS_OF_NPM.includes(name));

/** Scripts as package.json has them, of the program that has been built. */
const SCRIPTS = Object.fromEntries(
  Object.entries(JSON.parse(readFileSync("package.json", "utf8")).scripts as Record<string, string>)
    .filter(([name]) => ["gridient", "sweep"].includes(name))
    .map(([name, script]) => [name, script.replace(/dist\/program\/cli\.js|src\/build\/start\.cjs/, CLI)]),
);

let project: string;
beforeAll(async () => {
  project = await temporaryFolder();
  const text = "dataset: xor\narchitecture: {hidden: [2]}\neta: 1\nbatchSize: full\nepochs: 1\n";
  await writeFile(join(project, "x.yaml"), text);
  await writeFile(join(project, "package.json"), JSON.stringify({ name: "own", scripts: SCRIPTS }));
});

/** Runs the real npm as from a shell. */
function npm(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const clean = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const options = { cwd: project, reject: false, extendEnv: false } as const;
  return execa("npm", args, { ...options, env: { ...Object.fromEntries(clean), ...env } });
}

/** What is said where npm has set these variables for the script `sweep`. */
function refusal(argv: readonly string[], taken: Readonly<Record<string, string>>): string | undefined {
  const env = {
    npm_lifecycle_event: argv[0]!,
    npm_lifecycle_script: `node dist/program/cli.js ${argv[0]}`,
    npm_execpath: "/usr/lib/node_modules/npm/bin/npm-cli.js",
    ...taken,
  };
  try {
    refuseOptionsTakenByNpm(program, argv, env);
    return undefined;
  } catch (error) {
    expect(error).toMatchObject({ code: "E_USAGE", message: expect.stringContaining("npm took options") });
    return (error as { hint: string }).hint;
  }
}

describe("npm run", () => {
  it.each([
    ["sweep x.yaml --check", "npm run -s sweep -- x.yaml --check"],
    ["sweep x.yaml --workers 4", "npm run -s sweep -- x.yaml --workers 4"],
    ["gridient export-model x.yaml --to onnx", "npm run -s gridient -- export-model x.yaml --to onnx"],
    [
      "gridient sweep --fresh x.yaml --set eta=3 --set epochs=2 --shard 1/2 -o there --data-dir=data",
      "npm run -s gridient -- sweep x.yaml -o there --data-dir data --fresh --shard 1/2 --set 'eta=3' --set 'epochs=2'",
    ],
  ])("refuses %s and trains nothing", async (line, corrected) => {
    const { exitCode, stdout, stderr } = await npm(["run", "-s", ...line.split(" ")]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("error: npm took options that are meant for gridient: -");
    expect(stderr).toContain(`\n  Write it as ${corrected}`);
    expect((await readdir(project)).toSorted()).toEqual(["package.json", "x.yaml"]);
  });

  it("misfires neither after -- nor on settings from npm's file, environment and command line", async () => {
    await writeFile(join(project, ".npmrc"), "store=elsewhere\nreporter = append-only\nyes=true\n");
    const own = {
      npm_config_registry: "http://127.0.0.1:9",
      npm_config_json: "true",
      npm_config_target: "30.0.0",
    };
    const { exitCode, stdout, stderr } = await npm(
      ["run", "-s", "--force", "gridient", "--", "plan", "x.yaml"],
      own,
    );
    expect({ exitCode, stderr: stderr.replaceAll(/^npm warn.*\n?/gm, "") }).toEqual({
      exitCode: 0,
      stderr: "",
    });
    expect(stdout).toContain("1 trial");
    await rm(join(project, ".npmrc"));
  });

  it("names npx where npm exec took them", () => {
    const exec = { npm_command: "exec", npm_lifecycle_event: "npx", npm_lifecycle_script: "'gridient'" };
    expect(refusal(["sweep", "x.yaml"], { ...exec, npm_config_check: "true" })).toBe(
      "Write it as npx gridient sweep x.yaml --check",
    );
  });
});

describe("refuseOptionsTakenByNpm()", () => {
  const variable = (name: string): string => `npm_config_${name.slice(2).replaceAll("-", "_")}`;

  it("knows every option of every command that npm has not", () => {
    expect(OWN.length).toBeGreaterThan(30);
    for (const name of OWN)
      expect(refusal(["sweep", "a.yaml"], { [variable(name)]: "true" })).toContain("Write");
    for (const name of OPTIONS_OF_NPM)
      expect(refusal(["sweep", "a.yaml"], { [variable(name)]: "true" })).toBeUndefined();
  });

  it("exempts every option that is one of npm's, too", async () => {
    const { stdout } = await npm(["config", "ls", "-l", "--json"]);
    const shared = Object.keys(JSON.parse(stdout)).filter((key) => OPTIONS.includes(`--${key}`));
    expect(OPTIONS_OF_NPM).toEqual(expect.arrayContaining(shared.map((key) => `--${key}`)));
  });

  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    [
      "other package managers",
      ["sweep"],
      { npm_execpath: "/opt/pnpm/bin/pnpm.cjs", npm_config_check: "true" },
    ],
    ["no script", ["sweep"], { npm_lifecycle_event: "", npm_config_check: "true" }],
    ["a setting for another program", ["sweep"], { npm_config_target: "30.0.0" }],
    ["--no-check", ["sweep"], { npm_config_check: "" }],
    ["a script that asks npm", ["sweep", "--out", "there"], { npm_config_out: "there" }],
  ])("lets pass: %s", (_, argv, env) => {
    expect(refusal(argv, env)).toBeUndefined();
  });

  it("leaves it to the reader which of two arguments is the value", () => {
    const env = { npm_config_workers: "true", npm_config_limit: "true" };
    expect(refusal(["sweep", "a.yaml", "2", "4"], env)).toBe("Write it as npm run sweep -- ...");
    expect(refusal(["sweep", "a.yaml", "2", "4"], { npm_config_out: "true" })).toBe(
      "Write it as npm run sweep -- ...",
    );
    expect(refusal(["sweep", "a.yaml", "2"], { ...env, npm_config_limit: "4" })).toBe(
      "Write it as npm run sweep -- a.yaml --workers 2 --limit 4",
    );
  });
});
