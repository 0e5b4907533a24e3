import { describe, expect, it } from "vitest";
import { interfaceMarkdown } from "../../../src/report/card/interface-markdown.ts";
import type { Model } from "../../../src/model/model.ts";
import { expectHarmlessMarkdown } from "../../security/expect-harmless.ts";
import { EVERY_HOSTILE_STRING } from "../../security/hostile-strings.ts";

type Uncarded = Omit<Model, "card">;

const OUTPUTS = { fanIn: 1, units: 2, weights: new Float32Array(2), biases: new Float32Array(2) };

/** Returns a model of these inputs and outputs; its layers do not matter here, but for what the outputs are. */
function modelOf(
  parts: Pick<Model, "inputs" | "target">,
  activation: "softmax" | "sigmoid" = "softmax",
): Uncarded {
  const origin = { experiment: "e", trialId: "t", epoch: 1, dataDigest: "d", trainerVersion: 1 };
  return { ...parts, layers: [{ ...OUTPUTS, activation }], origin };
}

describe("interfaceMarkdown()", () => {
  it("says what becomes of each column, of missing values and of unknown categories", () => {
    const model = modelOf({
      inputs: {
        kind: "columns",
        columns: [
          { kind: "number", column: "mass", center: 4201.75, scale: 800, missing: 4050 },
          { kind: "category", column: "island", categories: ["Biscoe", "Dream", "other"], other: "other" },
        ],
      },
      target: { kind: "numbers", columns: [{ column: "age", center: 7, scale: 2 }] },
    });
    expect(interfaceMarkdown(model)).toBe(
      `## Inputs

| column | encoding | missing values | inputs |
| --- | --- | --- | ---: |
| mass | a number, (x - 4202) / 800 | replaced by 4050 | 1 |
| island | one of "Biscoe"; "Dream"; "other"; any other value counts as "other" | not allowed | 3 |

## Outputs

age, a number: 7 + 2 times the output.`,
    );
  });

  it("calls scores probabilities only where they are", () => {
    const parts = {
      inputs: { kind: "pixels", height: 28, width: 20, channels: 3 },
      target: { kind: "classes", column: "class", classes: ["a", "b"] },
    } as const;
    expect(interfaceMarkdown(modelOf(parts))).toContain("28 x 20 pixels, 3 channels each");
    expect(interfaceMarkdown(modelOf(parts))).toContain('2 classes: "a"; "b"; with a probability for each.');
    expect(interfaceMarkdown(modelOf(parts, "sigmoid"))).toContain("scores are not probabilities");
  });

  it("leaves text of the data text", () => {
    const columns = EVERY_HOSTILE_STRING.map((column) => ({
      kind: "category" as const,
      column,
      categories: [column, ...EVERY_HOSTILE_STRING.slice(0, 3)],
      missing: column,
    }));
    const target = { kind: "classes", column: "class", classes: ["a", "b"] } as const;
    expectHarmlessMarkdown(interfaceMarkdown(modelOf({ inputs: { kind: "columns", columns }, target })));
    for (const name of EVERY_HOSTILE_STRING) {
      const named = { kind: "classes", column: name, classes: [name, "b"] } as const;
      expectHarmlessMarkdown(
        interfaceMarkdown(modelOf({ inputs: { kind: "numbers", count: 1 }, target: named })),
      );
    }
  });
});
