import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Ajv2020 } from "ajv/dist/2020.js";
import { temporaryFolder } from "../../support/folders.ts";
import { gridient } from "../run-in.ts";
import { connect, projectWith, XOR, type Session } from "./mcp-client.ts";

const PROGRAM =
  "kind: program\ncommand: [/bin/sh, run.sh]\nfiles: [run.sh]\nparameters: {a: 1}\nmetrics: {loss: minimize}\nobjective: loss\nepochs: 1\n";
const git = (root: string, ...args: readonly string[]) =>
  execa("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { cwd: root });

let session: Session;
beforeAll(async () => {
  const root = await projectWith({
    xor: XOR,
    wrong: XOR.replace("epochs: 3", "epochs: 5.5"),
    program: PROGRAM,
  });
  await writeFile(join(root, "experiments/run.sh"), `touch ran\nprintf '{"loss": 1}\\n'\n`);
  await git(root, "init", "--quiet");
  session = await connect(root);
});
afterAll(() => session.client.close());

describe("gridient mcp", () => {
  it("offers the commands of the loop, described as in the help, with schemas of their arguments", async () => {
    const { tools } = await session.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(
      "validate plan sweep show compare decide explain".split(" "),
    );
    const { stdout } = await gridient(session.root, ["--help"]);
    const help = stdout.replaceAll(/\s+/g, " ");
    for (const { description, inputSchema } of tools) {
      expect(help).toContain(description);
      expect(() => new Ajv2020({ strict: false }).compile(inputSchema)).not.toThrow();
      expect(inputSchema["additionalProperties"]).toBe(false);
    }
    expect(session.client.getInstructions()).toContain("validate an experiment");
  });

  it("runs the loop, with progress while it trains", async () => {
    const file = "experiments/xor.yaml";
    expect((await session.call("validate", { files: [file] })).data).toEqual({ exitCode: 0, problems: [] });
    expect((await session.call("plan", { file })).data).toMatchObject({ name: "xor", trials: 4, missing: 4 });
    const seen: object[] = [];
    const swept = await session.call(
      "sweep",
      { files: [file], workers: 1 },
      { onprogress: (at) => seen.push(at) },
    );
    expect(swept).toMatchObject({ isError: false, data: { exitCode: 0, problems: [] } });
    const { experiments } = swept.data as { experiments: object[] };
    expect(experiments).toMatchObject([{ experiment: "xor", complete: true, failed: [] }]);
    expect(JSON.parse(swept.text)).toEqual(swept.data);
    expect(seen[0]).toEqual({ progress: 0, total: 4, message: "xor: 0 of 4 trials" });
    expect(seen.at(-1)).toEqual({ progress: 4, total: 4, message: "xor: 4 of 4 trials" });

    const shown = await session.call("show", { results: "xor", top: 1 });
    expect(shown.data).toMatchObject({ exitCode: 0, name: "xor", settings: [{ rank: 1 }] });
    expect(await session.call("explain", { file, trial: 2, path: "eta" })).toMatchObject({
      data: { trial: 2, values: [{ path: "eta", value: 3 }] },
    });
    expect((await session.call("explain", { file, where: ["eta=2"] })).data).toMatchObject({
      fates: [],
      missing: [{ condition: "eta=2" }],
    });

    await git(session.root, "add", "--all");
    await git(session.root, "commit", "--quiet", "--message", "before");
    const compared = await session.call("compare", { before: "HEAD", results: "xor" });
    expect(compared.data).toMatchObject({ exitCode: 0, identical: [{}, {}], changed: [] });
    const decided = await session.call("decide", { before: "HEAD", results: "xor" });
    expect(decided).toMatchObject({ isError: false, data: { verdict: expect.any(String) as string } });
    const { stdout, exitCode } = await gridient(session.root, ["decide", "HEAD", "xor", "--json"]);
    expect(decided.data).toEqual({ exitCode, ...(JSON.parse(stdout) as object) });
  });

  it("answers mistakes with the text of the command line, and with problems as data", async () => {
    for (const tool of ["validate", "sweep"]) {
      const { text, data, isError } = await session.call(tool, { files: ["experiments/wrong.yaml"] });
      const { stderr } = await gridient(session.root, [tool, "experiments/wrong.yaml"]);
      expect({ text, isError }).toEqual({ text: stderr.trim(), isError: true });
      expect(data).toMatchObject({ exitCode: 2, problems: [{ code: "wrong-value", line: 4, found: "5.5" }] });
    }
    for (const [tool, given, args] of [
      ["show", { results: "none" }, ["show", "none"]],
      ["compare", { results: "xor" }, ["compare", "xor"]],
      ["show", { results: "xor", sort: "acc" }, ["show", "xor", "--sort", "acc"]],
      ["explain", { file: "experiments/xor.yaml" }, ["explain", "experiments/xor.yaml"]],
      ["plan", { file: "experiments/none.yaml" }, ["plan", "experiments/none.yaml"]],
    ] as const) {
      const { text, isError } = await session.call(tool, given);
      expect({ text, isError }).toEqual({
        text: (await gridient(session.root, args)).stderr.trim(),
        isError: true,
      });
    }
  });

  it("reads and writes nothing outside the project", async () => {
    const other = await projectWith({ xor: XOR });
    await gridient(other, ["sweep", "experiments/xor.yaml", "--quiet"]);
    await symlink(other, join(session.root, "link"));
    const file = `${other}/experiments/xor.yaml`;
    const results = `${other}/results/xor`;
    for (const [tool, given] of [
      ["validate", { files: [file] }],
      ["sweep", { files: ["experiments/xor.yaml", "../x.yaml"] }],
      ["plan", { file: "link/experiments/xor.yaml" }],
      ["show", { results }],
      ["show", { results: "link/results/xor" }],
      ["show", { results: "../../../../../../../etc" }],
      ["compare", { before: results, results: "xor" }],
      ["decide", { before: "HEAD", results }],
      ["explain", { file, trial: 0 }],
    ] as const) {
      const { text, isError } = await session.call(tool, given);
      expect(text, JSON.stringify(given)).toMatch(/^error: Paths must be inside the project \(got "/);
      expect(isError).toBe(true);
    }
  });

  it("takes no option from an argument", async () => {
    for (const word of ["--allow-programs", "--help", "--out=/tmp/x", "-o"]) {
      const swept = await session.call("sweep", { files: [word] });
      expect(swept).toMatchObject({ isError: true, data: { exitCode: 2, problems: [{ file: word }] } });
      expect(await session.call("show", { results: word })).toMatchObject({ isError: true });
      expect((await session.call("decide", { before: word, results: "xor" })).isError).toBe(true);
    }
  });

  it.each([
    ["sweep", { allowPrograms: true }, 'Unknown argument "allowPrograms" of sweep'],
    ["sweep", { file: "experiments/xor.yaml" }, "Write files"],
    [
      "sweep",
      { files: "experiments/xor.yaml" },
      "files must be a list, each item text of 1 to 1000 characters",
    ],
    ["sweep", { files: ["a\u0000b"] }, "files must be a list"],
    ["sweep", { workers: 0 }, "workers must be an integer from 1 to 1024 (got 0)"],
    ["plan", {}, "plan must have the argument file"],
    ["plan", { file: "x".repeat(1001) }, "file must be text of 1 to 1000 characters"],
    ["show", { results: 3 }, "results must be text"],
    ["show", { results: "xor", trials: "yes" }, "trials must be true or false"],
    ["decide", { results: "xor", margin: -1 }, "margin must be a finite number of at least 0 (got -1)"],
    ["explain", { file: "experiments/xor.yaml", where: [{}] }, "where must be a list"],
    ["show", { results: "xor", __proto__: null, constructor: 1 }, "Unknown argument"],
  ])("refuses bad arguments: %s %j", async (tool, given, message) => {
    const { text, data, isError } = await session.call(tool, given);
    expect(text).toContain(message);
    expect({ data, isError }).toEqual({ data: { exitCode: 2 }, isError: true });
  });

  it("refuses an unknown tool and names the nearest", async () => {
    await expect(session.call("sweeep")).rejects.toThrow('Unknown tool "sweeep". Did you mean sweep?');
    await expect(session.call("\u001b[31m")).rejects.toThrow("Use one of validate, plan");
  });

  it("starts no program without the user's consent, which no call can give", async () => {
    const call = { files: ["experiments/program.yaml"] };
    const { text, isError } = await session.call("sweep", call);
    expect(isError).toBe(true);
    expect(text).toContain("--allow-programs");
    await expect(readFile(join(session.root, "experiments/ran"))).rejects.toThrow("ENOENT");
    const allowed = await connect(session.root, "--allow-programs");
    expect(await allowed.call("sweep", call)).toMatchObject({ isError: false });
    await allowed.client.close();
  });

  it("serves the project around the folder in which it starts, and only there", async () => {
    await mkdir(join(session.root, "deep/inside"), { recursive: true });
    const below = await connect(join(session.root, "deep/inside"));
    expect((await below.call("plan", { file: "experiments/xor.yaml" })).isError).toBe(false);
    await below.client.close();
    const { exitCode, stderr } = await gridient(await temporaryFolder(), ["mcp"]);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("gridient mcp must be started in a project") as string,
    });
  });
});
