import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { digestFiles } from "../../src/files/digest-files.ts";
import { matchFiles } from "../../src/files/match-files.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "gridient-match-")));
afterAll(() => rmSync(folder, { recursive: true }));
for (const path of [
  "train.py",
  "lib/a.py",
  "lib/deep/b.py",
  "lib/.hidden",
  "lib/__pycache__/a.pyc",
  "a+b.txt",
]) {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), path);
}
symlinkSync("..", join(folder, "lib/circle"));

test.each([
  [["train.py"], ["train.py"]],
  [["*.py"], ["train.py"]],
  [["lib/**"], ["lib/a.py", "lib/deep/b.py"]],
  [["**/*.py"], ["lib/a.py", "lib/deep/b.py", "train.py"]],
  [["lib/?.py", "lib/*"], ["lib/a.py"]],
  [["lib/.hidden"], ["lib/.hidden"]],
  [["lib/.*"], ["lib/.hidden"]],
  [["a+b.*"], ["a+b.txt"]],
])("%j match %j", (patterns, paths) => {
  expect(matchFiles(folder, patterns, folder)).toEqual({ paths, unmatched: [], outside: [] });
});

test("says what matches nothing", () => {
  expect(matchFiles(folder, ["train.py", "*.csv", "lib"], folder)).toEqual({
    paths: ["train.py"],
    unmatched: ["*.csv", "lib"],
    outside: [],
  });
});

test("digests follow the bytes, not the times", () => {
  const before = digestFiles(folder, ["train.py"], folder);
  utimesSync(join(folder, "train.py"), 1, 1);
  expect(digestFiles(folder, ["train.py"], folder)).toEqual(before);
  writeFileSync(join(folder, "train.py"), "changed!");
  expect(digestFiles(folder, ["train.py"], folder)).not.toEqual(before);
});

test("finds nothing outside of the boundary, by whatever way", () => {
  const inner = join(folder, "lib");
  symlinkSync("../../train.py", join(inner, "deep/link.py"));
  const { paths, outside } = matchFiles(
    inner,
    ["**", "../*", "circle/train.py", "deep/../../a+b.txt"],
    inner,
  );
  expect(paths).toEqual(["a.py", "deep/b.py"]);
  expect(outside).toEqual(["deep/link.py", "..", "circle/train.py", "deep/../../a+b.txt"]);
});
