import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as limits from "../../src/data/limits.ts";
import { gridientProcess, type Ended } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";
import { HOSTILE_DATA, writeHostile } from "../support/hostile-data.ts";
import { IS_LONG } from "../support/long-form.ts";

/** Of one process that reads all of them, garbage included. */
const MOST_MEGABYTES = 500;
/** Of a process that reads one; a process that does nothing takes 60, and none of these more than 134. */
const MOST_FOR_ONE = 200;
/** The files that are read by a process each in the short form: those that take most, and one that unpacks to 1 GB. */
const SAMPLE = [
  "CSV whose rows have a text in each of 40,000 columns",
  "CSV packed by gzip that unpacks to 1 GB",
  "PNG of 8 x 8 pixels whose data unpack to 1 GB",
];
/**
 * Writes down a process's highest memory, in MB, at its end. On Linux, maxRSS begins with that of the process which
 * started this one; VmHWM does not.
 */
const PROBE = `process.on("exit", () => {
  const { existsSync, readFileSync, writeFileSync } = require("node:fs");
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const kilobytes = /VmHWM:\\s*(\\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  writeFileSync("memory.txt", String(kilobytes / 1024));
});`;

describe("small files that ask for much", () => {
  it("have the limits that the documentation states", async () => {
    const text = await readFile(new URL("../../docs/reference/limits.md", import.meta.url), "utf8");
    const rows = text.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
    const mostOf = (what: string) => rows.find(([, cell]) => cell?.startsWith(what))?.[2];
    const mebibytes = (bytes: number) => `${bytes / limits.MEBIBYTE} MiB`;
    expect(mostOf("columns")).toBe(limits.MOST_COLUMNS.toLocaleString("en"));
    expect(mostOf("a row of CSV")).toBe(mebibytes(limits.MOST_ROW_BYTES));
    expect(mostOf("a packed")).toBe(
      `${mebibytes(limits.ALWAYS_UNPACKED)} or ${limits.MOST_EXPANSION} times its size, whichever is more, and never over 1 GiB`,
    );
    expect(mebibytes(limits.MOST_UNPACKED)).toBe("1024 MiB");
    expect(mostOf("the file of an image")).toBe(mebibytes(limits.MOST_IMAGE_BYTES));
    expect(mostOf("an image")).toBe(`${limits.MOST_MEGAPIXELS} million pixels`);
    expect(mostOf("the pixels of a PNG")).toBe(mebibytes(limits.MOST_PIXEL_BYTES));
    expect(mostOf("scans")).toBe(`${limits.MOST_SCANS}, and 1,000 million pixels in all scans`);
    expect(limits.MOST_SCANNED_MEGAPIXELS).toBe(1000);
  });

  it(`take less than ${MOST_FOR_ONE} MB each, in a process of its own`, { timeout: 120_000 }, async () => {
    const files = HOSTILE_DATA.filter(({ name }) => IS_LONG || SAMPLE.includes(name));
    expect(files.length).toBeGreaterThanOrEqual(SAMPLE.length);
    for (const hostile of files) {
      const cwd = await temporaryFolder();
      const { exitCode, stderr, megabytes } = await validate(cwd, [writeHostile(cwd, hostile)]);
      expect({ exitCode, stderr }).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining(hostile.says) as string,
      });
      expect(megabytes, hostile.name).toBeLessThan(MOST_FOR_ONE);
    }
  });

  it(`are refused by a plain message each, all of them in ${MOST_MEGABYTES} MB`, async () => {
    const cwd = await temporaryFolder();
    const specs = HOSTILE_DATA.map((hostile) => writeHostile(cwd, hostile));
    const { exitCode, stdout, stderr, megabytes } = await validate(cwd, specs);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    for (const [i, { name, says }] of HOSTILE_DATA.entries()) {
      const folder = specs[i]!.split("/")[0]!;
      const problem = stderr.split(/\n(?=\S+:\d+:\d+: )/).find((text) => text.startsWith(`${folder}/`));
      expect({ name, problem }).toMatchObject({ problem: expect.stringContaining(says) as string });
    }
    expect(stderr).not.toMatch(/^\s+at |RangeError|heap/m);
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  });
});

/** Validates specs in one process, and tells the highest memory it had. */
async function validate(cwd: string, specs: readonly string[]): Promise<Ended & { megabytes: number }> {
  await writeFile(join(cwd, "probe.cjs"), PROBE);
  const env = { NODE_OPTIONS: "--require ./probe.cjs" };
  const ended = await gridientProcess(cwd, ["validate", ...specs], env);
  return { ...ended, megabytes: Number(await readFile(join(cwd, "memory.txt"), "utf8")) };
}
