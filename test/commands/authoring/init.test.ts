import { spawnSync } from "node:child_process";
import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { encode } from "fast-png";
import { execa } from "execa";
import { beforeEach, describe, expect, it } from "vitest";
import { init } from "../../../src/commands/authoring/init.ts";
import type { Io } from "../../../src/commands/console/io.ts";
import { runExperiment } from "../../../src/pipeline/run-experiment.ts";
import { readExperimentFile } from "../../support/read-experiment.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { CLI, gridient } from "../run-in.ts";

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
});

describe("gridient init", () => {
  it("writes an experiment that runs as it is, and says how", async () => {
    const args = [
      "init",
      "experiments/layers.yaml",
      "--dataset",
      "xor",
      "--hidden",
      "2,2",
      "--sweep",
      "init",
    ];
    expect(await gridient(cwd, args)).toEqual({
      exitCode: 0,
      stdout: "experiments/layers.yaml: written\nnext: npm run sweep experiments/layers.yaml",
      stderr: "",
    });
    const { exitCode, stdout } = await gridient(cwd, ["sweep", "experiments/layers.yaml"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("xavier");
  });

  it("writes an experiment on a table, of what fits it, that runs as it is", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `f${i},${i % 7 || ""},${i},"a: #${i % 3}"`);
    await writeFile(join(cwd, "my table.csv"), ["id,size,day,kind: #", ...rows].join("\n"));
    const made = await gridient(cwd, ["init", "mine.yaml", "--dataset", "my table.csv", "--hidden", "none"]);
    expect(made).toMatchObject({ exitCode: 0, stderr: "" });
    const text = await readFile(join(cwd, "mine.yaml"), "utf8");
    expect(parse(text)).toMatchObject({
      dataset: { path: "my table.csv", target: "kind: #", ignore: ["id", "day"], missing: "median" },
      architecture: { hidden: [], output: "softmax" },
      loss: "crossEntropy",
    });
    expect(await gridient(cwd, ["format", "--check", "mine.yaml"])).toMatchObject({ exitCode: 0 });
    expect(await gridient(cwd, ["sweep", "mine.yaml"])).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("reads dates with names of months, and leaves out parts that never change", async () => {
    const days = Array.from(
      { length: 60 },
      (_, i) => `${["Jan", "Feb", "March"][i % 3]} ${(i % 28) + 1} 2021`,
    );
    const german = days.map((_, i) => `${(i % 28) + 1}. ${["Mai", "Juni", "Dez"][i % 3]} 2021`);
    const rows = days.map(
      (day, i) => `"${day}",${german[i]},${(i % 12) + 1}/${(i % 11) + 1}/2021,${(i % 7) / 4}`,
    );
    await writeFile(join(cwd, "t.csv"), ["sold,tag,paid,y", ...rows].join("\n"));
    const { exitCode, stdout } = await gridient(cwd, ["init", "mine.yaml", "--dataset", "t.csv"]);
    expect(exitCode).toBe(0);
    const { dataset } = parse(await readFile(join(cwd, "mine.yaml"), "utf8")) as { dataset: object };
    expect(dataset).toMatchObject({
      dates: ["sold", "paid"],
      ignore: ["tag", "sold year", "paid year"],
    });
    expect(stdout).toContain("! tag: dates with names of months that are not English");
    expect(stdout).toContain("! paid: dates that fit day/month as well as month/day");
    await writeFile(
      join(cwd, "tag.yaml"),
      "dataset: {name: csv, path: t.csv, target: y, dates: [tag]}\nloss: mse\n",
    );
    const { stderr } = await gridient(cwd, ["validate", "tag.yaml"]);
    expect(stderr).toContain(
      '(got "tag" with "1. Mai 2021", dates with names of months that are not English)',
    );
  });

  describe.each<[string, string, (x: number, i: number) => string, object, RegExp]>([
    ["a row of totals", "a,y", (x) => `${x}`, { missingWords: ["Total"], dropWithout: ["y"] }, /Total/],
    ["brackets for a minus", "a,y", (x) => (x < 0 ? `"(${-x})"` : `${x}`), { units: ["a"] }, /unit: a/],
    ["another minus sign", "a,y", (x) => `${x}`.replace("-", "\u2212"), { units: ["a"] }, /unit: a/],
    [
      "lakhs",
      "a,y",
      (_, i) => `"${(i % 9) + 1},${10 + (i % 80)},${100 + i}"`,
      { thousands: ["a"] },
      /thousands: a/,
    ],
    [
      "compact dates",
      "a,y",
      (_, i) => `2024${String((i % 12) + 1).padStart(2, "0")}${10 + (i % 18)}`,
      { dates: ["a"] },
      /dates: /,
    ],
    [
      "two units",
      "a,y",
      (x, i) => `${Math.abs(x)} ${i % 2 ? "kg" : "g"}`,
      { ignore: ["a"] },
      /! a: numbers of different units/,
    ],
    ["times", "a,y", (_, i) => `${i % 24}:${10 + (i % 50)}`, { ignore: ["a"] }, /! a: times without a date/],
  ])("on a table with %s", (name, header, cell, options, said) => {
    it("says what it takes, and runs", async () => {
      const rows = Array.from({ length: 80 }, (_, i) => {
        const x = ((i * 37) % 80) / 4 - 9.9;
        return `${cell(x, i)},${(i * 7) % 5},${i % 3 ? "u" : "v"}`;
      });
      if (name === "a row of totals") rows.push("Total,3,");
      await writeFile(join(cwd, "t.csv"), [header.replace(",", ",b,"), ...rows].join("\n"));
      const { exitCode, stdout } = await gridient(cwd, ["init", "mine.yaml", "--dataset", "t.csv"]);
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(said);
      const { dataset } = parse(await readFile(join(cwd, "mine.yaml"), "utf8")) as { dataset: object };
      expect(dataset).toMatchObject(options);
    });
  });

  it.each([
    [
      "Report,,\n1,2,u\n",
      'The first line of t.csv names one of 3 columns (got "Report")',
      "Remove the lines above",
    ],
    ["a,a,y\n1.5,2,u\n2.5,3,v\n4.5,5,u\n", 'a second "a"', "Rename it"],
    ["a,y\r1,u\r2,v\r", "text whose lines end in a carriage return alone", "Save it with line ends"],
    ["\xff\xfea\0,\0", "UTF-16 text", "Save it as UTF-8"],
  ])("says how to mend %j", async (text, error, hint) => {
    await writeFile(join(cwd, "t.csv"), Buffer.from(text, "latin1"));
    const { exitCode, stderr } = await gridient(cwd, ["init", "mine.yaml", "--dataset", "t.csv"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(error);
    expect(stderr).toContain(hint);
  });

  it("reads rows that end with a delimiter, which the names do not", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `${i % 7},${i % 5},${i % 2 ? "u" : "v"},`);
    await writeFile(join(cwd, "t.csv"), ["a,b,y", ...rows].join("\n"));
    const { stdout } = await gridient(cwd, ["data", "describe", "t.csv", "--json"]);
    const { columns } = JSON.parse(stdout) as { columns: { name: string; different: number }[] };
    expect(columns.map(({ name, different }) => [name, different])).toEqual([
      ["a", 7],
      ["b", 5],
      ["y", 2],
      ["column 4", 0],
    ]);
    expect(await gridient(cwd, ["init", "mine.yaml", "--dataset", "t.csv"])).toMatchObject({ exitCode: 0 });
  });

  it("warns of classes that differ by case alone", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `${i % 7},${["u", "U", "v"][i % 3]}`);
    await writeFile(join(cwd, "t.csv"), ["a,y", ...rows].join("\n"));
    const { stdout } = await gridient(cwd, ["init", "mine.yaml", "--dataset", "t.csv"]);
    expect(stdout).toContain('! y: "u" and "U" differ by case alone, so they count as two: spell them alike');
  });

  it("writes an experiment on a number of a table, the columns in any folder", async () => {
    await mkdir(join(cwd, ".git"));
    await writeFile(join(cwd, "t.csv"), `x,y,z\n${"1,2.5,a\n2,3.5,b\n4,1.5,a\n".repeat(5)}`);
    const args = ["init", "experiments/y.yaml", "--dataset", "t.csv", "--target", "y"];
    expect(await gridient(cwd, args)).toMatchObject({ exitCode: 0 });
    const text = await readFile(join(cwd, "experiments/y.yaml"), "utf8");
    expect(parse(text)).toMatchObject({
      dataset: { path: "../t.csv", target: "y" },
      architecture: { output: "identity" },
      loss: "mse",
      eta: [0.01, 0.03, 0.1],
      metrics: ["mae", "rmse", "r2"],
      objective: { metric: "validationRmse" },
    });
  });

  it("has an answer of its own to every question", async () => {
    await gridient(cwd, ["init"]);
    const { stdout } = await gridient(cwd, ["validate", "experiments/first.yaml"]);
    expect(stdout).toBe("experiments/first.yaml: valid, 3 configurations, 9 trials");
    expect(await readFile(join(cwd, "experiments/first.yaml"), "utf8")).toContain("dataset: digits\n");
  });

  it("does not touch a file that exists", async () => {
    await writeFile(join(cwd, "mine.yaml"), "mine");
    const { exitCode, stderr } = await gridient(cwd, ["init", "mine.yaml"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("File already exists: mine.yaml");
    expect(await readFile(join(cwd, "mine.yaml"), "utf8")).toBe("mine");
  });

  it("says how to learn from data that are given as the experiment", async () => {
    await writeFile(join(cwd, "flowers.csv"), "x,y\n1,2\n");
    const { exitCode, stderr } = await gridient(cwd, ["init", "flowers.csv"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("The experiment must be a YAML file (got data: flowers.csv)");
    expect(stderr).toContain("init experiments/flowers.yaml --dataset flowers.csv");
  });

  it.each([
    ["a data set", ["--dataset", "cifar"], "digits, mnist"],
    ["a table", ["--dataset", "my.csv"], "File not found: my.csv"],
    ["hidden units", ["--hidden", "0"], "whole numbers"],
    ["a field", ["--sweep", "lr"], "eta"],
    ["a name", [".hidden.yaml"], "begin with a dot"],
  ])("exits 2 for %s that does not exist, and writes nothing", async (_, args, hint) => {
    const { exitCode, stderr } = await gridient(cwd, ["init", ...args]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(hint);
    expect(await readdir(cwd)).toEqual([]);
  });
});

describe("gridient init on images", () => {
  const quiet: Io = {
    stdout: { write: () => true },
    stderr: { write: (text: string) => expect.fail(text) },
    env: {},
    now: () => 0,
    onInterrupt: () => () => {},
  };

  async function put(file: string, bytes: Uint8Array): Promise<string> {
    await mkdir(dirname(join(cwd, file)), { recursive: true });
    await writeFile(join(cwd, file), bytes);
    return file;
  }

  async function putImages(folder: string, count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      const data = Uint8Array.from(
        { length: 64 },
        (_, at) => (i * 37 + at * (folder.endsWith("a") ? 3 : 7)) % 256,
      );
      await put(`${folder}/${i}.png`, encode({ width: 8, height: 8, data, channels: 1, depth: 8 }));
    }
  }

  /** An IDX file of one type, each value by its number. */
  function idx(type: 8 | 13, sizes: readonly number[], valueOf: (i: number) => number): Uint8Array {
    const count = sizes.reduce((product, size) => product * size, 1);
    const header = Buffer.alloc(4 + 4 * sizes.length);
    header.set([0, 0, type, sizes.length]);
    sizes.forEach((size, i) => header.writeUInt32BE(size, 4 + 4 * i));
    const values = Buffer.alloc(count * (type === 8 ? 1 : 4));
    for (let i = 0; i < count; i++)
      if (type === 8) values[i] = valueOf(i);
      else values.writeFloatBE(valueOf(i), 4 * i);
    return Buffer.concat([header, values]);
  }

  async function putIdx(type: 8 | 13, word: string): Promise<string> {
    for (const [part, count] of [
      ["train", 40],
      ["t10k", 12],
    ] as const) {
      await put(
        `${part}-labels-idx1-ubyte`,
        idx(8, [count], (i) => i % 3),
      );
      await put(
        `${part}-images-idx3-${word}`,
        idx(type, [count, 4, 5], (i) => (i * 7) % 50),
      );
      await put(
        `${part}-labels-idx1-${word}`,
        idx(8, [count], (i) => i % 3),
      );
    }
    return `train-images-idx3-${word}`;
  }

  it.each<readonly [string, () => Promise<string>, object]>([
    [
      "a folder of them",
      async () => {
        for (const name of ["a", "b"]) await putImages(`leaves/${name}`, 12);
        return "leaves";
      },
      { name: "images", path: "leaves" },
    ],
    [
      "folders that are divided already, and a stray file",
      async () => {
        for (const part of ["train", "test"])
          for (const name of ["a", "b"]) await putImages(`set/${part}/${name}`, 8);
        await put("set/readme.txt", Buffer.from("read me"));
        return "set";
      },
      { name: "images", path: "set" },
    ],
    [
      "IDX files of bytes",
      () => putIdx(8, "ubyte"),
      { name: "idx", path: "train-images-idx3-ubyte", testLabels: "t10k-labels-idx1-ubyte" },
    ],
    [
      "IDX files of float32",
      () => putIdx(13, "float"),
      { name: "idx", testInputs: "t10k-images-idx3-float" },
    ],
  ])("writes an experiment that runs, on %s", async (_, make, dataset) => {
    const file = join(cwd, "mine.yaml");
    expect(
      await init(file, { dataset: join(cwd, await make()), hidden: "4", sweep: "batchSize" }, quiet),
    ).toBe(0);
    expect(parse(await readFile(file, "utf8"))).toMatchObject({
      dataset,
      architecture: { output: "softmax" },
    });
    const { experiment, problems } = await readExperimentFile(file, { limit: 10, set: ["epochs=1"] });
    expect(problems).toEqual([]);
    const places = { resultsDir: join(cwd, "results"), storeDir: join(cwd, "store") };
    const load = { dataDir: undefined, cacheDir: cwd };
    const { results } = await runExperiment(experiment!, { ...places, load, inline: true });
    expect(results.trials.map(({ status }) => status)).toEqual(new Array(9).fill("completed"));
  });
});

describe("gridient init on a terminal", () => {
  /** Answers questions one after the other; "^C" interrupts. */
  function terminal(answers: readonly string[]): { io: Io; printed: string[]; asked: string[] } {
    const printed: string[] = [];
    const asked: string[] = [];
    const output = { write: (text: string) => printed.push(text) };
    const ask = async (question: string): Promise<string> => {
      asked.push(question);
      const answer = answers[asked.length - 1]!;
      if (answer === "^C") throw new DOMException("interrupted", "AbortError");
      return answer;
    };
    return {
      printed,
      asked,
      io: { stdout: output, stderr: output, env: {}, now: () => 0, onInterrupt: () => () => {}, ask },
    };
  }

  it("asks what no flag says, takes Enter for the answer in brackets, and asks again", async () => {
    const { io, asked, printed } = terminal(["", "many", "8"]);
    const file = join(cwd, "first.yaml");
    expect(await init(file, { sweep: "loss" }, io)).toBe(0);
    expect(asked).toEqual([
      expect.stringMatching(/^Which data set: digits, .* \[digits\]: $/),
      ...(new Array(2).fill(expect.stringMatching(/^Hidden units.* \[30\]: $/) as string) as string[]),
    ]);
    expect(printed.join("")).toContain("whole numbers");
    expect(await readFile(file, "utf8")).toMatch(/dataset: digits\narchitecture:\n {2}hidden: \[8\]/);
  });

  it("leaves nothing behind at Ctrl-C", async () => {
    const { io } = terminal(["xor", "^C"]);
    expect(await init(join(cwd, "experiments", "first.yaml"), {}, io)).toBe(130);
    expect(await readdir(cwd)).toEqual([]);
  });

  const hasScript = spawnSync("script", ["--version"]).stdout?.includes("util-linux") ?? false;
  it.skipIf(!hasScript).each([
    ["answers", "moons\n", 0],
    ["Ctrl-C", "\u0003", 130],
  ])("takes %s from a real one (needs script of util-linux)", async (_, first, code) => {
    const command = `'${process.execPath}' '${CLI}' init first.yaml --hidden 4`;
    const running = execa("script", ["-qec", command, "/dev/null"], {
      cwd,
      reject: false,
      env: { NO_COLOR: "1" },
    });
    let shown = "";
    running.stdout.on("data", (chunk: Buffer) => {
      const before = shown;
      shown += chunk.toString();
      const appears = (text: string): boolean => shown.includes(text) && !before.includes(text);
      if (appears("[digits]: ")) running.stdin.write(first);
      if (appears("[eta]: ")) running.stdin.write("\n");
    });
    expect((await running).exitCode).toBe(code);
    const written = access(join(cwd, "first.yaml")).then(
      () => true,
      () => false,
    );
    expect(await written).toBe(code === 0);
  });
});
