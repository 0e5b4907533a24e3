import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../src/spec/problem.ts";
import { temporaryFolder } from "../support/folders.ts";
import { gridient } from "./run-in.ts";

const VALID = "dataset: xor\narchitecture: {hidden: [4]}\neta: 5\nbatchSize: full\nepochs: 3\n";
/** Tries to speak to the runner of a workflow, in the old form and in the new one. */
const HOSTILE = `${VALID}"x\\n::error::owned": 1\n? "::warning::owned"\n: 2\n##[add-mask]: 1\nloss: "##[error]owned"\n`;
const WORKFLOW = { GITHUB_ACTIONS: "true" };

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await writeFile(join(cwd, "valid.yaml"), VALID);
  await writeFile(join(cwd, "warned.yaml"), VALID.replace("eta: 5", "eta: [5, 5, 6]"));
  await writeFile(join(cwd, "bad.yaml"), `${VALID}lr: 1\n`);
  await writeFile(join(cwd, "hostile.yaml"), HOSTILE);
});

describe("--reporter json", () => {
  it.each(["--json", "--quiet"])("prints problems where %j leaves out words", async (quiet) => {
    const options = [quiet, "--reporter", "json"];
    const { exitCode, stdout, stderr } = await gridient(cwd, ["sweep", "bad.yaml", ...options]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
    expect((JSON.parse(stdout) as object[]).length).toBeGreaterThan(0);
  });

  it.each(["validate", "plan", "sweep"])(
    "of %s prints all problems as one array, exit code 2",
    async (command) => {
      const { exitCode, stdout, stderr } = await gridient(cwd, [command, "bad.yaml", "--reporter", "json"]);
      expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
      expect(JSON.parse(stdout) as Problem[]).toMatchObject([
        {
          severity: "error",
          code: "unknown-key",
          file: "bad.yaml",
          line: 6,
          column: 1,
          length: 2,
          sourceLine: "lr: 1",
        },
      ]);
    },
  );

  it("prints an empty array when all is well, and warnings with exit code 0", async () => {
    const well = await gridient(cwd, ["validate", "valid.yaml", "--reporter", "json"]);
    expect(well).toMatchObject({ exitCode: 0, stdout: "[]", stderr: "" });
    const { exitCode, stdout } = await gridient(cwd, ["validate", "warned.yaml", "--reporter", "json"]);
    expect({ exitCode, problems: JSON.parse(stdout) as unknown }).toMatchObject({
      exitCode: 0,
      problems: [{ severity: "warning", line: 3 }],
    });
  });

  it("is the first line of what plan and sweep print", async () => {
    const { stdout } = await gridient(cwd, ["plan", "valid.yaml", "--reporter", "json", "--json"]);
    const [problems, ...rest] = stdout.split("\n");
    expect(problems).toBe("[]");
    expect(JSON.parse(rest.join("\n"))).toMatchObject({ name: "valid" });
  });

  it("refuses other words", async () => {
    const { exitCode, stderr } = await gridient(cwd, ["validate", "valid.yaml", "--reporter", "xml"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("text, json");
  });
});

describe("in a GitHub workflow", () => {
  it("problems are also annotations of their lines", async () => {
    const { exitCode, stderr } = await gridient(cwd, ["validate", "bad.yaml", "warned.yaml"], WORKFLOW);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("bad.yaml:6:1: error: ");
    expect(commandsIn(stderr)).toEqual([
      expect.stringMatching(
        /^::error file=bad\.yaml,line=6,col=1,endColumn=2,title=gridient::Unknown key "lr"/,
      ),
      expect.stringMatching(/^::warning file=warned\.yaml,line=3,/),
    ]);
  });

  it("nothing in a spec becomes a command of its own", async () => {
    for (const reporter of ["text", "json"]) {
      const { stdout, stderr } = await gridient(
        cwd,
        ["validate", "hostile.yaml", "--reporter", reporter],
        WORKFLOW,
      );
      const commands = commandsIn(`${stdout}\n${stderr}`);
      expect(commands.length).toBeGreaterThanOrEqual(3);
      for (const command of commands) expect(command).toMatch(/^::error file=hostile\.yaml,line=\d+,col=/);
      expect(commands.join("\n")).toContain("owned");
    }
  });

  it("nothing is annotated elsewhere", async () => {
    const { stderr } = await gridient(cwd, ["validate", "bad.yaml"]);
    expect(commandsIn(stderr)).toEqual([]);
  });
});

describe("gridient schema", () => {
  it("prints the schema", async () => {
    const { exitCode, stdout } = await gridient(cwd, ["schema"]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ type: "object", properties: { eta: {} } });
  });
});

/** Returns the lines that a workflow's runner takes for commands: it looks for the old form anywhere in a line. */
function commandsIn(text: string): string[] {
  return text.split("\n").filter((line) => /^\s*::|##\[/.test(line));
}
