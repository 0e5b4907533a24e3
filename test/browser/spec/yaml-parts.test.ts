import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { yamlParts } from "../../../src/browser/spec/yaml-parts.ts";

/** The parts of a line that have a colour, as "look text". */
function colored(line: string): string[] {
  return yamlParts(line).flatMap(({ look, text }) => (look === "plain" ? [] : `${look} ${text}`));
}

describe("yamlParts()", () => {
  it("finds keys, strings, numbers and comments", () => {
    expect(colored("eta: [0.3, -1e-3, 0x1] # the # rate")).toEqual([
      "key eta",
      "number 0.3",
      "number -1e-3",
      "comment # the # rate",
    ]);
    expect(colored('- { "a b": "x # y", architecture.hidden: [30] }')).toEqual([
      'key "a b"',
      'string "x # y"',
      "key architecture.hidden",
      "number 30",
    ]);
    expect(colored("description: it's a#b of the dog's")).toEqual(["key description"]);
    expect(colored("  - http://example.org")).toEqual([]);
  });

  it("loses and adds nothing", () => {
    const line = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom("a", ": ", "# ", '"', "'", "[", "1.5", ", ", "{", "-", "\\"), {
          maxLength: 40,
        })
        .map((all) => all.join("")),
    );
    fc.assert(
      fc.property(line, (text) => {
        expect(
          yamlParts(text)
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
      }),
      { seed: 1 },
    );
  });
});
