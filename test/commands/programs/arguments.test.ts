import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programFolder, sweepPrograms } from "./program-folder.ts";

const SCRIPT = `
printf '%s' "$1" > arrived-$2
[ -z "$SECRET" ] || echo '{"loss": 99}'
printf '{"loss": %s}\\n' "$GRIDIENT_SEED"
cp "$GRIDIENT_PARAMETERS_FILE" parameters-$2
printf '%s' "$GRIDIENT_PARAMETERS" > environment-$2
`;
const WORDS = [
  "two words",
  `"quotes" and 'more' and \\`,
  "line\nbreak",
  "--leading-dashes",
  "-",
  "",
  "ünïcödé 漢字 🎉",
  "$HOME `id` $(id) * ~ ;",
  "a${fault}b",
  "a=b,c",
];

test("parameters arrive as they were, and nothing of the environment that nobody named", async () => {
  const folder = await programFolder(
    SCRIPT,
    `parameters:\n  word: ${JSON.stringify(WORDS)}\n  n: 0\nsweep: {zip: {both: {parameters.word: ${JSON.stringify(WORDS)}, parameters.n: ${JSON.stringify(WORDS.map((_, i) => i))}}}}\nmetrics: {loss: minimize}\n`.replace(
      / {2}word: .*\n {2}n: 0\n/,
      "  list: {value: [1, 2.5, true, x]}\n",
    ),
    '[/bin/sh, program.sh, "${word}", "${n}"]',
  );
  const { exitCode, stderr } = await sweepPrograms(folder, [], { SECRET: "secret" });
  expect(stderr).not.toContain("error");
  expect(exitCode).toBe(0);
  for (const [i, word] of WORDS.entries()) {
    expect(await readFile(join(folder, `arrived-${i}`), "utf8")).toBe(word);
    const parameters = { list: [1, 2.5, true, "x"], word, n: i };
    expect(JSON.parse(await readFile(join(folder, `parameters-${i}`), "utf8"))).toEqual(parameters);
    expect(JSON.parse(await readFile(join(folder, `environment-${i}`), "utf8"))).toEqual(parameters);
  }
  expect(await readFile(join(folder, "results/a/trials.csv"), "utf8")).not.toMatch(/,99$/m);
});

test("metrics come from a file, or from lines that a program prints anyway", async () => {
  const script = `
case $1 in
  json) echo '{"loss": 1}' > "$2/metrics.json" ;;
  csv) printf 'epoch,loss\\n1,5\\n2,2\\n' > "$2/metrics.csv" ;;
  text) echo "epoch 1 loss 9"; echo "epoch 2 loss 3"; echo '{"loss": 77}' ;;
esac`;
  const variants = [
    "json: {parameters.fault: json, results: metrics.json}",
    "csv: {parameters.fault: csv, results: metrics.csv}",
    "text: {parameters.fault: text, results: '/epoch (?<epoch>\\d+) loss (?<loss>\\S+)/'}",
  ];
  const folder = await programFolder(
    script,
    `epochs: 2\nsweep: {variants: {${variants.join(", ")}}}\nmetrics: {loss: minimize}\n`,
  );
  expect((await sweepPrograms(folder)).stderr).not.toContain("error");
  const rows = (await readFile(join(folder, "results/a/trials.csv"), "utf8")).trim().split("\n").slice(1);
  expect(rows.map((row) => row.split(",").at(-1))).toEqual(["1", "2", "3"]);
  await writeFile(
    join(folder, "program.sh"),
    `mkfifo "$2/metrics.csv"; echo '{"loss": ' > "$2/metrics.json"`,
  );
  const { stderr: unusable } = await sweepPrograms(folder);
  expect(unusable).toContain("metrics.json cannot be used: it is not JSON");
  expect(unusable).toContain("metrics.csv cannot be used: it is no regular file");
  await writeFile(join(folder, "program.sh"), "exit 0");
  expect((await sweepPrograms(folder)).stderr).toContain("it reported none of its metrics");
});

test("a flag is there where its parameter is true, and only there", async () => {
  const script = 'printf \'{"words": %s}\\n\' "$#"; echo "$@" >> words';
  const experiment = "parameters: {fast: [true, false], n: 3}\nmetrics: {words: minimize}\n";
  const command = '[/bin/sh, program.sh, "${fast?--fast}", "${n}", "$${fast?--fast}"]';
  const folder = await programFolder(script, experiment, command);
  expect(await sweepPrograms(folder, ["--workers", "1"])).toMatchObject({ exitCode: 0 });
  expect(await readFile(join(folder, "words"), "utf8")).toBe("--fast 3 ${fast?--fast}\n3 ${fast?--fast}\n");
  expect(await sweepPrograms(folder, ["--set", "parameters.fast=[true,maybe]"])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining(
      "fast must be true or false, because ${fast?--fast} is a flag (got maybe)",
    ) as string,
  });
  await writeFile(join(folder, "a.yaml"), `kind: program\ncommand: [sh, "\${fas?--fast}"]\n${experiment}`);
  expect((await sweepPrograms(folder)).stderr).toContain("Write ${fast}");
});

test("a variant has a command of its own, with parameters in it", async () => {
  const variants = 'variants: {one: {command: [/bin/sh, program.sh, "${n}"]}, two: {module: ./train.mjs}}';
  const folder = await programFolder(
    'echo "{\\"n\\": $1}"',
    `parameters: {n: [1, 2]}\nmetrics: {n: minimize}\nsweep: {${variants}}\n`,
  );
  await writeFile(join(folder, "train.mjs"), "export function* train({ n }) { yield { n: 10 * n }; }");
  await writeFile(
    join(folder, "a.yaml"),
    (await readFile(join(folder, "a.yaml"), "utf8")).replace(/^command.*\n/m, ""),
  );
  expect(await sweepPrograms(folder)).toMatchObject({ exitCode: 0 });
  const rows = (await readFile(join(folder, "results/a/trials.csv"), "utf8")).trim().split("\n");
  expect(rows.map((row) => row.split(",").at(-1))).toEqual(["n", "1", "2", "10", "20"]);
});
