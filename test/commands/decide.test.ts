import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folders.ts";
import { gridient } from "./run-in.ts";

const SPEC =
  "dataset: moons\narchitecture: {hidden: [8], output: softmax}\nloss: crossEntropy\nepochs: 10\nreplicates: 4\n";

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, "package.json"), JSON.stringify({ gridient: { baseline: "HEAD" } }));
  await sweep("eta: 0.03");
  await execa("git", ["init", "--quiet"], { cwd });
  await execa("git", ["add", "results"], { cwd });
  await execa("git", ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "Before"], {
    cwd,
  });
});

async function sweep(line: string): Promise<void> {
  await writeFile(join(cwd, "experiments/try.yaml"), `${SPEC}${line}\n`);
  expect(await gridient(cwd, ["sweep", "--quiet"])).toMatchObject({ exitCode: 0 });
}

const decide = (...args: string[]) => gridient(cwd, ["decide", ...args]);

describe("gridient decide", () => {
  it("keeps a change that helps, discards one that does not, and says so by its exit code", async () => {
    await sweep("eta: 0.1");
    const kept = await decide("HEAD", "try");
    expect(kept).toMatchObject({ exitCode: 0, stderr: "" });
    expect(kept.stdout).toMatch(/^keep {2}HEAD:results\/try -> results\/try: the gain is above 0/);
    expect(kept.stdout).toMatch(/gain: \+[\d.]+ \(\+[\d.]+ to \+[\d.]+\) over 4 pairs; margin: 1\.00/);
    expect(await decide("try")).toEqual(kept); // the baseline of package.json
    await sweep("eta: 0.0001");
    expect(await decide("HEAD", "try")).toMatchObject({ exitCode: 1 });
    await sweep("eta: 0.03");
    expect((await decide("HEAD", "try")).stdout).toMatch(/^discard[^\n]*no gain/);
  });

  it("is undecided where noise may be all there is, and says how many replicates would decide it", async () => {
    await sweep("eta: 0.5");
    const { exitCode, stdout } = await decide("HEAD", "try");
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(/^undecided/);
    expect(stdout).toMatch(/about \d+ more replicates of both would decide it/);
  });

  it("prints JSON that its schema describes", async () => {
    const schema = new URL("../../schemas/decision.schema.json", import.meta.url);
    const isValid = new Ajv2020({ allowUnionTypes: true }).compile(
      JSON.parse(await readFile(schema, "utf8")) as object,
    );
    for (const line of ["eta: 0.5", "eta: 0.04", "eta: 1e6"]) {
      await sweep(line);
      const { stdout } = await decide("HEAD", "try", "--json");
      expect(isValid(JSON.parse(stdout)), JSON.stringify(isValid.errors)).toBe(true);
    }
  });

  it.each([["-1"], ["much"], [""]])("refuses --margin %j", async (margin) => {
    expect(await decide("HEAD", "try", `--margin=${margin}`)).toMatchObject({ exitCode: 2 });
  });
});
