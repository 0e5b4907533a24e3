import { describe, expect, it } from "vitest";
import { junitXml } from "../../../src/commands/verdicts/junit-xml.ts";
import type { Verdict } from "../../../src/commands/verdicts/verdict.ts";
import { experimentOf } from "../../results/fixture.ts";
import { parseXml, type XmlElement } from "../../support/parse-xml.ts";

/** What junit-10.xsd of Jenkins' xUnit plugin allows: elements with their attributes, required ones marked, and children. */
const SHAPE: Readonly<Record<string, { attributes: readonly string[]; children: readonly string[] }>> = {
  testsuites: { attributes: ["name", "time", "tests", "failures", "errors"], children: ["testsuite"] },
  testsuite: {
    attributes: ["name!", "tests!", "failures!", "errors!", "skipped", "time", "file", "id", "package"],
    children: ["testcase"],
  },
  testcase: { attributes: ["name!", "classname", "time"], children: ["failure", "skipped"] },
  failure: { attributes: ["type", "message"], children: [] },
  skipped: { attributes: ["type", "message"], children: [] },
};
const HOSTILE = '</testcase> <!-- ]]> & &amp; "quotes" \u0000\u001b[31m\ud800 \ufffe \u{1f600}\n\ttabs';

function checkShape({ name, attributes, children }: XmlElement): void {
  const shape = SHAPE[name];
  expect(shape, name).toBeDefined();
  const allowed = shape!.attributes.map((attribute) => attribute.replace("!", ""));
  expect(allowed).toEqual(expect.arrayContaining(Object.keys(attributes)));
  const required = shape!.attributes.filter((attribute) => attribute.endsWith("!"));
  for (const attribute of required) expect(attributes).toHaveProperty(attribute.slice(0, -1));
  for (const child of children) {
    expect(shape!.children).toContain(child.name);
    checkShape(child);
  }
}

function verdict(cases: Verdict["cases"]): Verdict {
  return { experiment: experimentOf(), cancelled: false, cases };
}

describe("junitXml()", () => {
  const place = {
    severity: "error",
    code: "expectation-not-met",
    file: "a.yaml",
    line: 3,
    column: 5,
    length: 2,
    sourceLine: "",
  } as const;
  const cases: Verdict["cases"] = [
    { name: "holds", status: "passed", found: "yes" },
    { name: "open", status: "skipped", found: "not judged" },
    { name: HOSTILE, status: "failed", found: HOSTILE, problem: { ...place, message: "Cannot confirm it" } },
    { name: "trial 3", status: "failed", found: "timeout" },
  ];

  it("has the elements and attributes that CI servers read", () => {
    const root = parseXml(junitXml([verdict(cases), verdict([])]));
    checkShape(root);
    expect(root.attributes).toMatchObject({ tests: "4", failures: "2", errors: "0" });
    const [suite] = root.children;
    expect(suite!.attributes).toMatchObject({ name: "small", tests: "4", failures: "2", skipped: "1" });
    const [passed, open, , failed] = suite!.children;
    expect(passed!.children).toEqual([]);
    expect(open!.children[0]).toMatchObject({ name: "skipped", attributes: { message: "not judged" } });
    expect(failed!.children[0]).toMatchObject({ name: "failure", attributes: { message: "timeout" } });
  });

  it("keeps any text, but for characters that XML does not allow", () => {
    const hostile = parseXml(junitXml([verdict(cases)])).children[0]!.children[2]!;
    const shown = HOSTILE.replace("\u0000\u001b", "\ufffd\ufffd").replace("\ud800 \ufffe", "\ufffd \ufffd");
    expect(hostile.attributes["name"]).toBe(shown);
    expect(hostile.children[0]!.attributes["message"]).toBe(shown);
    expect(hostile.children[0]!.text).toBe("a.yaml:3:5: Cannot confirm it");
  });
});
