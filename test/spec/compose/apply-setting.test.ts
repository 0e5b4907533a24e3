import { expect, test } from "vitest";
import { parseSetting } from "../../../src/spec/document/yaml/parse-setting.ts";

test("a path of the command line has no more parts than a spec has levels", () => {
  const { setting, problems } = parseSetting(`${Array(4000).fill("a").join(".")}=1`, "--set");
  expect(setting).toBeUndefined();
  expect(problems).toMatchObject([
    {
      file: "--set",
      line: 1,
      column: 1,
      message: "The path of --set must have at most 50 parts (got 4000)",
    },
  ]);
  expect(parseSetting(`${Array(50).fill("a").join(".")}=1`, "--set").problems).toEqual([]);
});
