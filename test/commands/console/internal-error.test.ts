import { expect, test } from "vitest";
import { runCli } from "../../../src/commands/run-cli.ts";

test("an error that nobody foresaw asks for a report, in two lines, and is exit code 1", async () => {
  let told = "";
  const code = await runCli(["schema"], {
    stdout: {
      write: () => {
        throw new TypeError("broken on purpose");
      },
    },
    stderr: { write: (text) => (told += text) },
    env: {},
    now: () => 0,
    onInterrupt: () => () => {},
  });
  expect(code).toBe(1);
  expect(told).toMatch(
    /^error: Internal error, a bug in gridient \d+\.\d+\.\d+: TypeError: broken on purpose \(at .+\)\n {2}Please report this line with your spec and the command: gridient schema\n$/,
  );
});
