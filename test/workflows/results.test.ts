import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Step } from "../support/run-action.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

describe("results.yml", () => {
  it("gives the action every experiment whose data need no download", async () => {
    const text = await readFile(join(root, ".github/workflows/results.yml"), "utf8");
    const { jobs } = parse(text) as { jobs: { review: { steps: readonly Step[] } } };
    const step = jobs.review.steps.find(({ uses }) => uses === "./");
    const pattern = String(step!.with!["files"]);
    const { stdout } = await execa("bash", ["-c", "ls $FILES"], { cwd: root, env: { FILES: pattern } });
    const files: string[] = [];
    for (const name of await readdir(join(root, "experiments"))) {
      const isSpec = name.endsWith(".yaml") && !name.startsWith("_");
      if (isSpec && !/\bmnist\b/.test(await readFile(join(root, "experiments", name), "utf8")))
        files.push(`experiments/${name}`);
    }
    expect(stdout.split("\n").toSorted()).toEqual(files.toSorted());
  });
});
