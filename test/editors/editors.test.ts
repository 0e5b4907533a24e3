import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstExperiment, sweepsOf } from "../../src/commands/authoring/first-experiment.ts";
import { RULED_SPEC, specText, VALID_SPEC } from "../spec/valid-spec.ts";
import { LanguageClient, type Position } from "./language-client.ts";

const MODELINE = "# yaml-language-server: $schema=../schemas/experiment.schema.json\n";
const ROOT = new URL("../../", import.meta.url);

/** The specs of a folder, by their paths from the project's; parts for other files have no modeline. */
function specsIn(folder: string): string[] {
  const names = readdirSync(new URL(folder, ROOT)).filter((name) => /^[^_].*\.yaml$/.test(name));
  return names.map((name) => folder + name);
}

const client = new LanguageClient();
beforeAll(() => client.start());
afterAll(() => client.stop());

describe("in an editor with the YAML language server", () => {
  it.each([...specsIn("experiments/"), ...specsIn("test/spec/complaints/")])(
    "%s shows no mistake",
    async (path) => {
      const text = readFileSync(new URL(path, ROOT), "utf8");
      expect(text).toMatch(/^# yaml-language-server: /);
      expect(await client.open(path, text)).toEqual([]);
    },
  );

  it.each(sweepsOf("30"))("what init writes to sweep %s shows no mistake", async (sweep) => {
    const text = MODELINE + firstExperiment({ dataset: "xor", hidden: "30", sweep });
    expect(await client.open(`experiments/first ${sweep}.yaml`, text)).toEqual([]);
  });

  it("a spec with every kind of field or rule shows no mistake", async () => {
    expect(await client.open("experiments/all.yaml", MODELINE + VALID_SPEC)).toEqual([]);
    expect(await client.open("experiments/rules.yaml", MODELINE + RULED_SPEC)).toEqual([]);
  });

  it.each<[string, Fields, number, string]>([
    ["an unknown name", { dataset: "digit" }, 1, "digits"],
    ["a number of the wrong kind", { epochs: "1.5" }, 4, "integer"],
    ["an unknown key", { learningRate: "1" }, 5, "learningRate"],
    ["a word for a number", { eta: "fast" }, 3, 'Incorrect type. Expected "number | array | object".'],
    ["half a reference", { eta: "${" }, 3, "number"],
    ["a null in a list", { eta: "[1, null]" }, 3, "number"],
    ["an unknown rule", { sweep: "{zpi: {}}" }, 5, "zpi"],
    ["an unknown field of a rule", { sweep: "{exclude: [{etta: 3}]}" }, 5, "etta"],
    ["an unknown field of a group", { sweep: "{zip: {a: {etta: [3]}}}" }, 5, "etta"],
    ["an unknown field that a rule sets", { sweep: "{when: [{if: {}, set: {etta: 3}}]}" }, 5, "etta"],
    ["an unknown field of an addition", { sweep: "{include: [{name: a, etta: 3}]}" }, 5, "etta"],
    ["a name where none belongs", { sweep: "{when: [{if: {}, set: {name: a}}]}" }, 5, "name"],
    ["an axis that a rule sets", { sweep: "{when: [{if: {}, set: {eta: [1, 2]}}]}" }, 5, "number"],
    ["an axis of an addition", { sweep: "{include: [{architecture.hidden: [[3]]}]}" }, 5, "integer"],
    ["two forms of an axis at once", { eta: "{value: 1, values: [1]}" }, 3, "properties"],
  ])("%s is underlined", async (title, fields, line, word) => {
    const diagnostics = await client.open(`experiments/${title}.yaml`, MODELINE + specText(fields));
    expect(diagnostics.map(({ range }) => range.start.line)).toEqual([line]);
    expect(diagnostics[0]!.message).toContain(word);
  });

  it.each<[string, Fields]>([
    ["a reference", { eta: "${replicates}", epochs: "[1, '${eta}']", run: "{workers: '${eta}'}" }],
    ["a reference in a data set", { dataset: "{name: moons, seed: '${epochs}'}" }],
    ["a reference in a rule", { sweep: "{when: [{if: {eta: '${epochs}'}, set: {batchSize: '${eta}'}}]}" }],
    [
      "a null that deletes a value",
      { extends: "./_a.yaml", eta: "null", run: "~", architecture: "{init: }" },
    ],
    ["a null that deletes a rule", { extends: "./_a.yaml", sweep: "{limit: null, zip: {a: {eta: null}}}" }],
    ["a file that leaves the rest to others", { extends: "[./_a.yaml, ./_b.yaml]", eta: undefined }],
    ["a merge key", { sweep: "{zip: {a: &a {eta: [1, 2]}, b: {<<: *a, epochs: [1, 2]}}}" }],
  ])("%s is no mistake", async (title, fields) => {
    expect(await client.open(`experiments/${title}.yaml`, MODELINE + specText(fields))).toEqual([]);
  });

  it.each([
    ["architecture", "architecture:\n  hidden: [30]\n  ^\n", ["activation", "dropout", "init", "output"]],
    ["objective", "objective:\n  ^\n", ["at", "goal", "metric"]],
    ["sweep", "sweep:\n  limit: 3\n  ^\n", ["exclude", "include", "search", "variants", "when", "zip"]],
    ["loss", "loss: ^\n", ["binaryCrossEntropy", "crossEntropy", "hinge", "huber", "mse", "quadratic"]],
    ["keep", "run:\n  keep: ^\n", ["all", "best", "last", "none"]],
  ])("%s is completed with what it may have", async (title, text, expected) => {
    expect(await completions(`experiments/completion of ${title}.yaml`, text)).toEqual(expected);
  });

  it("the fields of a rule are completed", async () => {
    const labels = await completions("experiments/exclude.yaml", "sweep:\n  exclude:\n    - ^\n");
    expect(labels).toEqual(expect.arrayContaining(["architecture.hidden", "eta", "parameters", "variant"]));
  });

  it.each([
    ["if", "sweep:\n  when:\n    - ^\n"],
    ["where", "expect:\n  - ^\n"],
    ["beats", "expect:\n  - ^\n"],
  ])("what is inserted for %s of an item goes on below it, not beside it", async (key, text) => {
    const items = await completionItems(`experiments/indented ${key}.yaml`, text);
    expect(items.find(({ label }) => label === key)!.insertText).toBe(`${key}:\n    `);
  });

  it.each([
    ["a field", VALID_SPEC],
    ["a rule", RULED_SPEC],
    ["an option", "dataset: {name: blobs, samples: 3, noise: 1, classes: 3}\nobjective: {goal: minimize}\n"],
  ])("every key of %s is explained under the pointer", async (title, text) => {
    const path = `experiments/hover over ${title}.yaml`;
    await client.open(path, MODELINE + text);
    for (const { key, position } of keysIn(text)) {
      const { contents } = (await client.ask("hover", path, position)) as { contents: { value: string } };
      expect(contents.value, key).toMatch(/^[A-Z][^|]+\.\n/);
    }
  });
});

type Fields = Parameters<typeof specText>[0];

/** Returns the fields and rules of a text, without those that the user has named, with the places below a modeline. */
function keysIn(text: string): { key: string; position: Position }[] {
  return text
    .split("\n")
    .flatMap((content, line) => {
      const keys = [...content.matchAll(/[\w.]+(?=: )/g)];
      return keys.map(({ 0: key, index }) => ({ key, position: { line: line + 1, character: index + 1 } }));
    })
    .filter(({ key }) => !["budget", "plain", "deep", "other"].includes(key));
}

/** Returns the labels that the server offers at the mark ^ of a text. */
async function completions(path: string, text: string): Promise<string[]> {
  const items = await completionItems(path, text);
  return items.map(({ label }) => label).toSorted();
}

interface CompletionItem {
  readonly label: string;
  readonly insertText: string;
}

async function completionItems(path: string, text: string): Promise<CompletionItem[]> {
  const lines = text.split("\n");
  const line = lines.findIndex((content) => content.includes("^"));
  await client.open(path, MODELINE + text.replace("^", ""));
  const position = { line: line + 1, character: lines[line]!.indexOf("^") };
  const { items } = (await client.ask("completion", path, position)) as { items: CompletionItem[] };
  return items;
}
