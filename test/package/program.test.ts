import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { beforeAll, expect, it } from "vitest";
import { projectWithPackage } from "../support/packed.ts";

const TSC = fileURLToPath(new URL("../../node_modules/.bin/tsc", import.meta.url));
const LANGUAGES = [
  "javascript",
  ...("typescript" in process.features && process.features.typescript !== false ? ["typescript"] : []),
];

let cwd: string;
beforeAll(async () => {
  cwd = await projectWithPackage();
});

it.each(LANGUAGES)(
  "a project with the package runs a first program in %s, whose types are right",
  async (language) => {
    const program = join(cwd, "node_modules/.bin/gridient");
    await execa(program, ["init", `${language}/program.yaml`, "--program", language], { cwd });
    const experiment = join(cwd, language, "program.yaml");
    await writeFile(
      experiment,
      (await readFile(experiment, "utf8")).replace("replicates: 3", "replicates: 1"),
    );
    const { stdout } = await execa(program, ["sweep", `${language}/program.yaml`, "--allow-programs"], {
      cwd,
    });
    expect(stdout).toMatch(/^1 +0\.3 .* best$/m);
    expect(await readFile(join(cwd, "results/program/summary.md"), "utf8")).toContain("eta = 0.3");
    const file = language === "typescript" ? "train.mts" : "train.mjs";
    const options = [
      "--noEmit",
      "--strict",
      "--allowJs",
      "--checkJs",
      "--module",
      "nodenext",
      "--target",
      "es2023",
    ];
    await execa(TSC, [...options, "--types", "node", `${language}/${file}`], { cwd });
  },
);
