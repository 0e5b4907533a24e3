import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotation, withoutCommands } from "../../../src/commands/console/annotation.ts";
import type { Problem } from "../../../src/spec/problem.ts";

const PROBLEM: Problem = {
  severity: "error",
  code: "wrong-value",
  file: "experiments/lr.yaml",
  line: 4,
  column: 3,
  length: 9,
  message: 'Cannot read architecture: "activaton"',
  hint: "Write activation",
  sourceLine: "  activaton: tanh",
};

describe("annotation()", () => {
  it("names file, line and columns, and says message and hint", () => {
    expect(annotation(PROBLEM)).toBe(
      "::error file=experiments/lr.yaml,line=4,col=3,endColumn=11,title=gridient::" +
        'Cannot read architecture: "activaton"%0AWrite activation',
    );
  });

  it("is a warning for a warning", () => {
    expect(annotation({ ...PROBLEM, severity: "warning" })).toMatch(/^::warning /);
  });

  it("escapes what would end a property or the line", () => {
    const file = "a,line=1:b%\r\n::error::c.yaml";
    expect(annotation({ ...PROBLEM, file, message: "50 %\n::add-mask::x" })).toBe(
      "::error file=a%2Cline=1%3Ab%25%0D%0A%3A%3Aerror%3A%3Ac.yaml,line=4,col=3,endColumn=11,title=gridient::" +
        "50 %25%0A::add-mask::x%0AWrite activation",
    );
  });

  it("is one command whose parts are what they were, whatever they were", () => {
    const text = fc.string({ unit: fc.constantFrom("::", "%", "\n", "\r", ",", "=", "##[", "x", "%0A") });
    fc.assert(
      fc.property(text, text, (file, message) => {
        const [, properties, data] = /^::error (.*?)::(.*)$/.exec(
          annotation({ ...PROBLEM, file, message, hint: "" }),
        )!;
        expect(unescape(data!)).toBe(`${message}\n`);
        const written = properties!.split(",").map((pair) => unescape(pair));
        expect(written).toEqual([`file=${file}`, "line=4", "col=3", "endColumn=11", "title=gridient"]);
      }),
      { seed: 31, numRuns: 300 },
    );
  });
});

describe("withoutCommands()", () => {
  it.each([
    ["::add-mask::x", ": :add-mask::x"],
    ["a\n  ::stop-commands::x", "a\n  : :stop-commands::x"],
    [' 1 | description: "##[error]x"', ' 1 | description: "## [error]x"'],
    ["a::b # [x]", "a::b # [x]"],
  ])("disarms %j", (text, expected) => {
    expect(withoutCommands(text)).toBe(expected);
  });
});

function unescape(text: string): string {
  const characters: Record<string, string> = { "%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": "," };
  return text.replace(/%(?:25|0D|0A|3A|2C)/g, (escaped) => characters[escaped]!);
}
