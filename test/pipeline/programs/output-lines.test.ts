import { expect, test } from "vitest";
import { OutputLines } from "../../../src/pipeline/programs/output-lines.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("cuts output into lines wherever its pieces end, and keeps what is no report", () => {
  const seen: string[] = [];
  const lines = new OutputLines((line) => seen.push(line) > 0 && line.startsWith("{"));
  for (const piece of ['{"lo', 'ss": 1}\r\nhel', "lo\n", "end"]) lines.add(bytes(piece), "stdout");
  lines.add(bytes("warning\n"), "stderr");
  lines.end();
  expect(seen).toEqual(['{"loss": 1}', "hello", "end"]);
  expect(lines.log).toBe("hello\nwarning\nend\n");
});

test("puts characters together that pieces have cut, and replaces what is no UTF-8", () => {
  const lines = new OutputLines(() => false);
  const [first, ...rest] = bytes("ü\n");
  lines.add(Uint8Array.of(first!), "stdout");
  lines.add(Uint8Array.from(rest), "stdout");
  lines.add(Uint8Array.of(0xff, 0xfe, 10), "stdout");
  expect(lines.log).toBe("ü\n\u{FFFD}\u{FFFD}\n");
});

test("keeps the beginning and the end of endless output, and cuts endless lines", () => {
  const seen: number[] = [];
  const lines = new OutputLines((line) => seen.push(line.length) < 0);
  lines.add(bytes("first\n"), "stdout");
  for (let i = 0; i < 100; i++) lines.add(new Uint8Array(65_536).fill(97), "stdout");
  lines.add(bytes("\n"), "stdout");
  for (let i = 0; i < 100_000; i++) lines.add(bytes(`line ${i}\n`), "stdout");
  expect(Math.max(...seen)).toBe(65_536);
  expect(lines.log.length).toBeLessThan(130_000);
  expect(lines.log).toMatch(/^first\n\.\.\. \d+ characters are left out \.\.\.\n/);
  expect(lines.log.endsWith("line 99999\n")).toBe(true);
});
