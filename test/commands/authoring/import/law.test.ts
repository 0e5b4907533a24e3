import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { hydraLine } from "../../../../src/commands/authoring/import/hydra-line.ts";
import { wandbSweep } from "../../../../src/commands/authoring/import/wandb-sweep.ts";
import { commandsOf } from "./commands-of.ts";

const START = ["python", "train.py"];
const END = "hydra.run.dir=FOLDER";

describe("the grid of an imported multirun of Hydra", () => {
  it.each([
    ["lr=0.1,0.01 model=a,b", ["lr=0.1 model=a", "lr=0.1 model=b", "lr=0.01 model=a", "lr=0.01 model=b"]],
    ["n=range(1,4)", ["n=1", "n=2", "n=3"]],
    ["n=range(3)", ["n=0", "n=1", "n=2"]],
    ["n=range(0,10,3)", ["n=0", "n=3", "n=6", "n=9"]],
    ["n=range(10,0,-4)", ["n=10", "n=6", "n=2"]],
    ["n=range(start=1,stop=6,step=2)", ["n=1", "n=3", "n=5"]],
    ["x=range(0.5,2,0.5)", ["x=0.5", "x=1", "x=1.5"]],
    [
      "db=choice(mysql,postgresql) +extra=true,false fixed=7",
      [
        "db=mysql +extra=true fixed=7",
        "db=mysql +extra=false fixed=7",
        "db=postgresql +extra=true fixed=7",
        "db=postgresql +extra=false fixed=7",
      ],
    ],
    ["++opt.name=adam,sgd db@backup=my", ["++opt.name=adam db@backup=my", "++opt.name=sgd db@backup=my"]],
    ["layers=[10,20],[30]", ["layers=[10,20]", "layers=[30]"]],
    ["d={a:1,b:2},{a:2}", ["d={a:1,b:2}", "d={a:2}"]],
    ["words='a,b',\"c,d\",'e'", ["words='a,b'", 'words="c,d"', "words=e"]],
    ["a=null,'null',007,-3", ["a=null", "a='null'", "a=007", "a=-3"]],
    ["escaped=a\\,b,c", ["escaped=a\\,b", "escaped=c"]],
    ["~gone x=1,2 y=int(3.7)", ["~gone x=1 y=int(3.7)", "~gone x=2 y=int(3.7)"]],
  ])("has the jobs that Hydra starts for %s", (overrides, jobs) => {
    const found = commandsOf(hydraLine([...START, "-m", ...overrides.split(" ")]));
    expect(found).toEqual(jobs.map((job) => [...START, ...job.split(" "), END]));
  });

  it("is the product of its lists, in their order", () => {
    const word = fc
      .stringMatching(/^[a-z][a-z_/.-]{0,6}$/)
      .filter((text) => !/^(true|false|null|inf|nan)$/.test(text));
    const value = fc.oneof(
      word,
      fc.integer({ min: -99, max: 99 }),
      fc.constantFrom("0.5", "1e-3", "[1,2]", "'a,b'"),
    );
    const lists = fc.uniqueArray(
      fc.tuple(
        fc.stringMatching(/^[a-z]{1,5}(\.[a-z]{1,3})?$/),
        fc.uniqueArray(value, { minLength: 1, maxLength: 4, selector: (each) => `${each}` }),
      ),
      { minLength: 1, maxLength: 3, selector: ([key]) => key },
    );
    fc.assert(
      fc.property(lists, (sweep) => {
        const line = sweep.map(([key, values]) => `${key}=${values.join(",")}`);
        const expected = product(sweep.map(([key, values]) => values.map((each) => `${key}=${each}`)));
        const found = commandsOf(hydraLine([...START, "-m", ...line]));
        expect(found.map(spelled)).toEqual(expected.map((words) => spelled([...START, ...words, END])));
      }),
      { numRuns: 60 },
    );
  });
});

describe("the grid of an imported sweep of W&B", () => {
  it.each([
    ["{n: {min: 1, max: 4}}", ["n=1", "n=2", "n=3", "n=4"]],
    ["{x: {distribution: q_uniform, min: 0, max: 1, q: 0.25}}", ["x=0", "x=0.25", "x=0.5", "x=0.75"]],
    ["{x: {distribution: q_uniform, min: 0.1, max: 0.45, q: 0.1}}", ["x=0.1", "x=0.2", "x=0.3", "x=0.4"]],
    ["{n: {values: [1, 1, 2]}}", ["n=1", "n=2"]],
    ["{layers: {values: [[10, 20], [30]]}}", ["layers=[10,20]", "layers=[30]"]],
    [
      "{word: {values: [x y, --z, '0.10', 'yes', yes]}}",
      ["word=x y", "word=--z", "word=0.10", "word=yes", "word=True"],
    ],
  ])("has the runs that W&B starts for %s", (parameters, runs) => {
    const file = `program: train.py\nmethod: grid\nparameters: ${parameters}\n`;
    expect(commandsOf(wandbSweep(file, "sweep.yaml"))).toEqual(runs.map((run) => [...START, `--${run}`]));
  });

  it("is the product of its parameters", () => {
    const value = fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const choice = fc.oneof(
      fc.record({ value }),
      fc.record({ values: fc.uniqueArray(value, { minLength: 1, maxLength: 3, selector: pythonText }) }),
      fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(3)).map(([min, more]) => ({ min, max: min + more })),
    );
    const name = fc.stringMatching(/^[a-z][a-z_.-]{0,6}$/);
    fc.assert(
      fc.property(fc.dictionary(name, choice, { minKeys: 1, maxKeys: 3 }), (parameters) => {
        const file = stringify({ program: "train.py", method: "grid", parameters }, { version: "1.1" });
        const lists = Object.entries(parameters).map(([key, each]) =>
          valuesOf(each).map((one) => option(key, one)),
        );
        const expected = product(lists).map((words) => spelled([...START, ...words]));
        expect(commandsOf(wandbSweep(file, "sweep.yaml")).map(spelled).toSorted()).toEqual(
          expected.toSorted(),
        );
      }),
      { numRuns: 100 },
    );
  });
});

type Written = { value: unknown } | { values: readonly unknown[] } | { min: number; max: number };

function valuesOf(written: Written): readonly unknown[] {
  if ("value" in written) return [written.value];
  if ("values" in written) return written.values;
  return Array.from({ length: written.max - written.min + 1 }, (_, i) => written.min + i);
}

function option(name: string, value: unknown): string {
  return `--${name}=${pythonText(value)}`;
}

/** Returns a value as W&B writes it into a command. */
function pythonText(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (rows, list) => rows.flatMap((row) => list.map((each) => [...row, each])),
    [[]],
  );
}

/** Returns words with one spelling of each number and list, which Python reads alike. */
function spelled(words: readonly string[]): string {
  const same = words.map((word) => {
    const [, key = "", text = ""] = /^([^=]*=)(.*)$/s.exec(word) ?? [];
    if (key === "") return word;
    if (text.trim() !== "" && Number.isFinite(Number(text))) return `${key}${Number(text)}`;
    if (/^(true|false|null)$/i.test(text)) return `${key}${text.toLowerCase()}`;
    return key + text.replaceAll(/(?<=[[,]) /g, "").replaceAll(/^(['"])([\w ]*)\1$/g, "$2");
  });
  return JSON.stringify(same);
}
