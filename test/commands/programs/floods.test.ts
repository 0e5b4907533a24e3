import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { CLI } from "../run-in.ts";
import { IS_LONG } from "../../support/long-form.ts";
import { programFolder, sweepPrograms } from "./program-folder.ts";

const BYTES = IS_LONG ? 1_000_000_000 : 60_000_000;
/** The command line itself takes about 100 MB. */
const MOST_MEGABYTES = 200;
const REPORTS = IS_LONG ? 1_000_000 : 50_000;
const FLOODS = {
  "in lines": `yes 'a line of its log' | head -c ${BYTES}; echo`,
  "in one line": `head -c ${BYTES} /dev/zero | tr '\\0' x; echo`,
  "on stderr": `yes 'a line of its log' | head -c ${BYTES} >&2`,
  "that is no text": `head -c ${IS_LONG ? BYTES : BYTES / 10} /dev/urandom; echo`,
};
/** One after the other in one program; at length each in a program of its own. */
const PROGRAMS = IS_LONG
  ? Object.entries(FLOODS)
  : [[Object.keys(FLOODS).join(", "), Object.values(FLOODS).join("; ")] as const];
const METRICS = "metrics: {loss: minimize}\n";
const COMMAND = "[/bin/sh, program.sh]";

const lastLoss = async (folder: string): Promise<string | undefined> =>
  (await readFile(join(folder, "results/a/trials.csv"), "utf8")).trim().split(",").at(-1);

/** Sweeps, and returns the largest resident size of the sweep, in megabytes. */
async function peakOf(folder: string): Promise<number> {
  const sweep = execa(process.execPath, [CLI, "sweep", "a.yaml", "--allow-programs"], {
    cwd: folder,
    reject: false,
  });
  let peak = 0;
  const ended = sweep.then(({ exitCode }) => exitCode);
  while ((await Promise.race([ended, setTimeout(20, "running" as const)])) === "running") {
    const status = await readFile(`/proc/${sweep.pid}/status`, "utf8").catch(() => "");
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000);
  }
  expect(await ended).toBe(0);
  return peak;
}

describe("a program that", { timeout: 600_000 }, () => {
  it.runIf(process.platform === "linux").each(PROGRAMS)(
    `prints ${BYTES / 1e6} MB %s takes little memory`,
    async (_, print) => {
      const folder = await programFolder(`${print}; echo '{"loss": 7}'`, METRICS, COMMAND);
      expect(await peakOf(folder)).toBeLessThan(MOST_MEGABYTES);
      expect(await lastLoss(folder)).toBe("7");
    },
  );

  it("is read no faster than lines are taken: it waits, and does not fill the memory", async () => {
    const script = `awk 'BEGIN { for (i = 0; i < ${REPORTS}; i++) print "{\\"epoch\\": 1, \\"loss\\": " i "}" }'`;
    const folder = await programFolder(script, METRICS, COMMAND);
    expect(await peakOf(folder)).toBeLessThan(MOST_MEGABYTES);
    expect(await lastLoss(folder)).toBe(String(REPORTS - 1));
  });

  it(`reports ${REPORTS} epochs in one file, or as many names that nobody declared`, async () => {
    const names = `awk 'BEGIN { printf "{\\"loss\\": 3"; for (i = 0; i < ${REPORTS}; i++) printf ", \\"m" i "\\": 1"; print "}" }'`;
    const rows = `awk 'BEGIN { print "epoch,loss"; for (i = 0; i < ${REPORTS}; i++) print "1," i }' > "$GRIDIENT_FOLDER/m.csv"`;
    const whole = await programFolder(
      `${names} > "$GRIDIENT_FOLDER/m.json"`,
      `${METRICS}results: m.json\n`,
      COMMAND,
    );
    const swept = await sweepPrograms(whole);
    expect(swept).toMatchObject({ exitCode: 0 });
    expect(swept.stderr.match(/Ignoring m\d+/g)).toHaveLength(5);
    expect(await lastLoss(whole)).toBe("3");
    const table = await programFolder(rows, `${METRICS}results: m.csv\n`, COMMAND);
    expect(await sweepPrograms(table)).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await lastLoss(table)).toBe(String(REPORTS - 1));
  });
});

describe("a full disk", () => {
  /** Runs a sweep where no file may be larger than so many kB. */
  const sweepOnFullDisk = (folder: string, most: number) => {
    const script = `ulimit -f ${most} && exec "$0" "$@"`;
    const words = [process.execPath, CLI, "sweep", "a.yaml", "--allow-programs"];
    return execa("bash", ["-c", script, ...words], { cwd: folder, reject: false });
  };

  it("fails the program that fills it, and no other trial", async () => {
    const script = `
if [ "$1" = fills ]; then head -c 5000000 /dev/zero > "$2/large" || exit 5; fi
echo '{"loss": 1}'`;
    const folder = await programFolder(script, `parameters: {fault: [fills, fine]}\n${METRICS}`);
    const { exitCode, stderr } = await sweepOnFullDisk(folder, 2000);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("error: trial 0 failed: /bin/sh exited with code 5");
    const table = await readFile(join(folder, "results/a/trials.csv"), "utf8");
    expect(table).toMatch(/,fills,failed,.*\n.*,fine,completed,/);
  });

  it("of the sweep itself is reported; the same command continues", async () => {
    const script = `[ "$1" = fine ] || head -c 90000 /dev/zero | tr '\\0' x | fold; echo; echo '{"loss": 1}'`;
    const folder = await programFolder(
      script,
      `parameters: {fault: [fine, talks]}\n${METRICS}run: {workers: 1}\n`,
    );
    const { exitCode, stderr } = await sweepOnFullDisk(folder, 64);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1 });
    expect(stderr).toMatch(/^error: Cannot write a record to .*\n.*EFBIG/m);
    expect(await readdir(join(folder, "results"))).toEqual([".store"]);
    const { stdout } = await sweepPrograms(folder);
    expect(stdout).toContain("1 of 2 trials from the store");
  });
});
