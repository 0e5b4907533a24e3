import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { encode as encodePng } from "fast-png";
import { encode as encodeJpeg } from "jpeg-js";
import { beforeAll, describe, expect, it } from "vitest";
import { projectWithPackage } from "../support/packed.ts";

const TSC = fileURLToPath(new URL("../../node_modules/.bin/tsc", import.meta.url));
const FILE = "experiments/first.yaml";
const TYPED = `import { readExperiment, runExperiment, SpecError, type Experiment, type Run, type TrialRecord } from "gridient";
import { loadModel, type Predictor } from "gridient/predict";

const experiment: Experiment = await readExperiment({ dataset: "xor", architecture: { hidden: [2] }, eta: 1, epochs: 5 });
const run: Run = await runExperiment(experiment);
const records = [...run.outcomes.values()].filter((outcome): outcome is TrialRecord => "metrics" in outcome);
const model: Predictor = loadModel(new Uint8Array(0));
// @ts-expect-error: there is no such method
model.fly();
console.log(records[0]?.metrics["testLoss"]?.at(-1), run.results.best?.objective.mean, SpecError.name);
`;
const PHOTOS = `dataset: {name: images, path: photos, width: 4, height: 4, validationShare: 0.2, testShare: 0.2}
architecture: {hidden: []}
eta: 1
epochs: 1
`;

let project: string;
beforeAll(async () => {
  project = await projectWithPackage();
});

function run(command: string, ...args: readonly string[]) {
  const env = { NO_COLOR: "1", GITHUB_ACTIONS: "", GRIDIENT_DATA_DIR: "" };
  return execa(command, args, { cwd: project, env, reject: false });
}

/** Runs the installed program. Returns what it prints. */
async function gridient(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await run("node_modules/.bin/gridient", ...args);
  expect({ args, exitCode, stderr }).toMatchObject({ exitCode: 0 });
  return stdout;
}

describe("a project with the package", () => {
  it("begins an experiment, sweeps, checks, exports, predicts and views", async () => {
    expect(await gridient("init", FILE, "--dataset", "xor", "--hidden", "4")).toContain(
      `npx gridient sweep ${FILE}`,
    );
    expect(await gridient("sweep", FILE, "--workers", "1")).toContain("results: results/first");
    expect(await gridient("sweep", FILE, "--check")).toMatch(/^same bytes/);
    await gridient("export-model", FILE, "--out", "xor.json");
    await writeFile(join(project, "new.csv"), "x1,x2\n0,1\n1,1\n");
    expect((await gridient("predict", "xor.json", "new.csv")).split("\n")).toHaveLength(3);
    expect(await readFile(join(project, "results/first/summary.md"), "utf8")).toContain("![");
    expect(await pageOfView()).toContain("first");
  });

  it("says what to install for the Model Context Protocol", async () => {
    const { exitCode, stderr } = await run("node_modules/.bin/gridient", "mcp");
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      "error: gridient mcp needs the package @modelcontextprotocol/sdk, which is not installed\n  Install it: npm install --save-dev @modelcontextprotocol/sdk@1",
    );
  });

  it("decodes images with the versions that it was tested with", async () => {
    const image = (value: number) => ({ width: 4, height: 4, data: new Uint8Array(64).fill(value) });
    for (const [name, value] of [
      ["dark", 20],
      ["light", 220],
    ] as const) {
      await mkdir(join(project, "photos", name), { recursive: true });
      for (let i = 0; i < 6; i++) {
        await writeFile(
          join(project, "photos", name, `${i}.png`),
          encodePng({ ...image(value + i), channels: 4 }),
        );
        await writeFile(join(project, "photos", name, `${i}.jpg`), encodeJpeg(image(value + i), 90).data);
      }
    }
    await writeFile(join(project, "photos.yaml"), PHOTOS);
    expect(await gridient("sweep", "photos.yaml", "--workers", "1")).toContain("results: results/photos");
  });

  it("has a library for ES modules, for CommonJS, and one module for predictions", async () => {
    const use =
      "const { trials } = await planExperiment({ dataset: 'xor', architecture: { hidden: [2] }, eta: [1, 2], epochs: 1 });";
    await writeFile(
      join(project, "use.mjs"),
      `import { planExperiment } from "gridient";\n${use}\nconsole.log(trials.length);`,
    );
    await writeFile(
      join(project, "use.cjs"),
      `const { planExperiment } = require("gridient");\n(async () => { ${use} console.log(trials.length); })();`,
    );
    for (const file of ["use.mjs", "use.cjs"])
      expect(await run(process.execPath, file)).toMatchObject({ exitCode: 0, stdout: "2" });
    const predict = 'import("gridient/predict").then(({ loadModel }) => console.log(typeof loadModel))';
    expect(await run(process.execPath, "--eval", predict)).toMatchObject({ stdout: "function" });
  });

  it.each([
    ["node16", "node16"],
    ["esnext", "bundler"],
  ])(
    "has types for module %s and resolution %s that check without skipLibCheck",
    async (module, moduleResolution) => {
      await writeFile(join(project, "use.mts"), TYPED);
      const compilerOptions = {
        module,
        moduleResolution,
        target: "es2022",
        lib: ["es2023"],
        types: ["node"],
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
      };
      await writeFile(
        join(project, "tsconfig.json"),
        JSON.stringify({ compilerOptions, files: ["use.mts"] }),
      );
      expect(await run(TSC, "--project", ".")).toMatchObject({ exitCode: 0, stdout: "" });
    },
  );

  it("says what to install for a fleet", async () => {
    const { exitCode, stderr } = await run("node_modules/.bin/gridient", "status");
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("npm install bullmq@6 ioredis@6") as string,
    });
  });
});

/** Returns the list of results that the server of `view` sends. */
async function pageOfView(): Promise<string> {
  const server = spawn("node_modules/.bin/gridient", ["view", "--port", "0"], { cwd: project });
  const ended = once(server, "exit");
  try {
    const [line] = (await once(server.stdout, "data")) as [Buffer];
    const [url = ""] = /http:\S+/.exec(line.toString()) ?? [];
    return await (await fetch(url)).text();
  } finally {
    server.kill("SIGINT");
    await ended;
  }
}
