import { execFileSync } from "node:child_process";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { itLong } from "../../support/long-form.ts";
import { programFolder, sweepPrograms } from "./program-folder.ts";

/** A name of a program that no other test runs. */
const MARK = `gridient-fault-${process.pid}`;

const SCRIPT = `
report() { echo '{"loss": 1}'; }
case $1 in
  fine) report ;;
  code) report; echo "the reason" >&2; exit 3 ;;
  signal) kill -SEGV $$ ;;
  nothing) echo hello ;;
  text) echo '{"loss": "0.2"}' ;;
  nan) echo '{"loss": NaN}' ;;
  undeclared) echo '{"loss": 1, "speed": 2}' ;;
  escapes) printf '\\033[31mred\\033[0m\\n\\377\\376 no text\\n'; exit 4 ;;
  unfinished) printf '{"loss": 1}' ;;
  child) sh -c 'exec sleep 98765' ${MARK} & report ;;
  stubborn) trap '' TERM; while :; do sleep 0.1; done ;;
  hang) printf '{"loss": '; sleep 98765 ;;
  carriage) printf '{"loss": 1}\\r\\n' ;;
esac
`;
const FAULTS = [...SCRIPT.matchAll(/^ {2}(\w+)\)/gm)].map(([, fault]) => fault!);
const EXPERIMENT = `
parameters:
  fault: [${FAULTS.join(", ")}]
metrics: {loss: minimize}
run: {timeout: 3, workers: 8}
`;

/** Returns how the trial of each fault ended, as the table says. */
async function statuses(folder: string): Promise<Record<string, string>> {
  const [header = "", ...rows] = (await readFile(join(folder, "results/a/trials.csv"), "utf8"))
    .trim()
    .split("\n");
  const names = header.split(",");
  return Object.fromEntries(
    rows.map((row) => {
      const cells = row.split(",");
      return [cells[names.indexOf("parameters.fault")], cells[names.indexOf("status")]];
    }),
  ) as Record<string, string>;
}

describe("a program that", () => {
  it("fails has an outcome that says why, and leaves nothing behind", async () => {
    const folder = await programFolder(SCRIPT, EXPERIMENT);
    const { exitCode, stderr } = await sweepPrograms(folder);
    expect(exitCode).toBe(1);
    expect(await statuses(folder)).toEqual({
      fine: "completed",
      code: "failed",
      signal: "failed",
      nothing: "failed",
      text: "failed",
      nan: "diverged",
      undeclared: "completed",
      escapes: "failed",
      unfinished: "completed",
      child: "completed",
      stubborn: "timeout",
      hang: "timeout",
      carriage: "completed",
    });
    expect(stderr).toContain("/bin/sh exited with code 3\n  | the reason");
    expect(stderr).toContain("/bin/sh was ended by SIGSEGV");
    expect(stderr).toContain("it reported none of its metrics: loss\n  | hello");
    expect(stderr).toContain('loss must be a number (got "0.2")');
    expect(stderr).toContain("Ignoring speed, which the program reports but metrics does not declare");
    expect(stderr).toContain("/bin/sh exited with code 4\n  | red\n  | \u{FFFD}\u{FFFD} no text");
    expect(stderr).toContain("/bin/sh ran longer than 3 s, the limit of run.timeout");
    expect(stderr).not.toContain("\u001b");
    expect(processesWith("sleep 98765")).toEqual([]);
  });

  it.each([
    ["is not found", "[no-such-program-here]", "Command not found: no-such-program-here"],
    ["is not executable", "[./program.sh]", "./program.sh must be executable (it is not)"],
  ])("%s is told so", async (_, command, message) => {
    const folder = await programFolder(SCRIPT, "metrics: {loss: minimize}\n", command);
    await chmod(join(folder, "program.sh"), 0o644);
    const { exitCode, stderr } = await sweepPrograms(folder);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(message);
  });

  it("changes its own files leaves no record under the old identity", async () => {
    const script = `echo '{"loss": 1}'; echo '# changed' >> program.sh`;
    const folder = await programFolder(script, "metrics: {loss: minimize}\n", "[/bin/sh, program.sh]");
    const { exitCode, stderr } = await sweepPrograms(folder);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("Its files have changed since the sweep started: run the sweep again");
    await writeFile(join(folder, "program.sh"), `echo '{"loss": 2}'`);
    expect((await sweepPrograms(folder)).exitCode).toBe(0);
    expect(await readFile(join(folder, "results/a/trials.csv"), "utf8")).toMatch(/,2\n$/);
  });

  itLong("prints without end is read within bounds of time and memory", async () => {
    const script = `
i=0; while [ $i -lt 2000 ]; do echo "{\\"epoch\\": 1, \\"loss\\": $i}"; i=$((i+1)); done
head -c 20000000 /dev/zero | tr '\\0' x; echo; echo '{"loss": 7}'`;
    const folder = await programFolder(script, "metrics: {loss: minimize}\n", "[/bin/sh, program.sh]");
    expect((await sweepPrograms(folder)).exitCode).toBe(0);
    expect(await readFile(join(folder, "results/a/trials.csv"), "utf8")).toMatch(/,7\n$/);
  });
});

/** Returns the processes whose command line holds a text. */
function processesWith(text: string): string[] {
  const all = execFileSync("ps", ["-eo", "args="], { encoding: "utf8" }).split("\n");
  return all.filter((line) => line.includes(text) && !line.includes(SCRIPT.slice(0, 20)));
}
