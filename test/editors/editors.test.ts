import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RULED_SPEC, specText, VALID_SPEC } from "../spec/valid-spec.ts";
import { LanguageClient } from "./language-client.ts";

const MODELINE = "# yaml-language-server: $schema=../schemas/experiment.schema.json\n";
const EXPERIMENTS = new URL("../../experiments/", import.meta.url);

const client = new LanguageClient();
beforeAll(() => client.start());
afterAll(() => client.stop());

describe("in an editor with the YAML language server", () => {
  it.each(readdirSync(EXPERIMENTS))("experiments/%s shows no mistake", async (name) => {
    const path = `experiments/${name}`;
    expect(await client.open(path, readFileSync(new URL(name, EXPERIMENTS), "utf8"))).toEqual([]);
  });

  it("a spec with every kind of field or rule shows no mistake", async () => {
    expect(await client.open("experiments/all.yaml", MODELINE + VALID_SPEC)).toEqual([]);
    expect(await client.open("experiments/rules.yaml", MODELINE + RULED_SPEC)).toEqual([]);
  });

  it.each([
    ["an unknown name", { dataset: "digit" }, 1, "digits"],
    ["a number of the wrong kind", { epochs: "1.5" }, 4, "integer"],
    ["an unknown key", { learningRate: "1" }, 5, "learningRate"],
  ])("%s is underlined", async (title, fields, line, word) => {
    const diagnostics = await client.open(`experiments/${title}.yaml`, MODELINE + specText(fields));
    expect(diagnostics.map(({ range }) => range.start.line)).toEqual([line]);
    expect(diagnostics[0]!.message).toContain(word);
  });

  it("architecture is completed with the fields that it lacks", async () => {
    const path = "experiments/completion.yaml";
    await client.open(path, `${MODELINE}architecture:\n  hidden: [30]\n  \n`);
    const { items } = (await client.ask("completion", path, { line: 3, character: 2 })) as {
      items: { label: string }[];
    };
    expect(items.map(({ label }) => label).toSorted()).toEqual(["activation", "init", "output"]);
  });

  it("activation is completed with its values", async () => {
    const path = "experiments/values.yaml";
    await client.open(path, `${MODELINE}architecture:\n  activation: \n`);
    const { items } = (await client.ask("completion", path, { line: 2, character: 14 })) as {
      items: { label: string }[];
    };
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(["sigmoid", "tanh", "relu"]));
  });

  it("eta is explained under the pointer", async () => {
    const path = "experiments/hover.yaml";
    await client.open(path, MODELINE + specText());
    const { contents } = (await client.ask("hover", path, { line: 3, character: 1 })) as {
      contents: { value: string };
    };
    expect(contents.value).toContain("The learning rate: the size of a step against the gradient.");
  });
});
