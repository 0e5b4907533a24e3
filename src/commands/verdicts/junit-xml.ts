/**
 * Verdicts as JUnit XML, for CI servers that show test reports.
 * Source of the form: junit-10.xsd of Jenkins' xUnit plugin, whose elements GitLab's unit test reports read, too.
 * @module
 */
import type { Case, Verdict } from "./verdict.ts";

/** Returns one test suite for each experiment, one test case for each rule. */
export function junitXml(verdicts: readonly Verdict[]): string {
  const cases = verdicts.flatMap((verdict) => verdict.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "gridient", ...countsOf(cases) })}>`,
    ...verdicts.map(suite),
    "</testsuites>\n",
  ].join("\n");
}

function suite({ experiment, cases }: Verdict): string {
  const skipped = cases.filter(({ status }) => status === "skipped").length;
  const { name, file } = experiment;
  const lines = cases.map((testCase) => testCaseElement(testCase, file));
  const head = attributes({ name, ...countsOf(cases), skipped, file });
  return [`  <testsuite${head}>`, ...lines, "  </testsuite>"].join("\n");
}

function testCaseElement({ name, status, found, problem }: Case, file: string): string {
  const start = `    <testcase${attributes({ name, classname: file })}`;
  if (status === "passed") return `${start}/>`;
  if (status === "skipped") return `${start}><skipped${attributes({ message: found })}/></testcase>`;
  const place = problem ? `${problem.file}:${problem.line}:${problem.column}: ${problem.message}` : found;
  return `${start}><failure${attributes({ message: found })}>${escapeXml(place)}</failure></testcase>`;
}

function countsOf(cases: readonly Case[]): Record<string, number> {
  const failures = cases.filter(({ status }) => status === "failed").length;
  return { tests: cases.length, failures, errors: 0 };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");
}

/** Returns text for content and attributes; what XML 1.0 does not allow, control characters and half surrogates, becomes U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/[\t\n\r]/g, (character) => `&#${character.codePointAt(0)};`);
}
