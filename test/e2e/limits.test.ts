import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { CLI } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";
import { IS_LONG } from "../support/long-form.ts";

const SPEC = "dataset: xor\narchitecture: {hidden: [2]}\neta: [0.1, 1]\nepochs: 2\n";
const NOBODY = { uid: 65_534, gid: 65_534 };

/**
 * Opens what the system still allows: once the first bundle of the program is there, or when a thread is about to train,
 * which waits for it. Otherwise it is a matter of luck whether threads take it, and when.
 */
const OPENS_ALL = `const { existsSync, openSync, unlinkSync, writeFileSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");
const { Instance } = WebAssembly;
const openAll = () => {
  try {
    for (;;) openSync("/dev/null");
  } catch {}
};
const look = () => {
  if (!existsSync("training")) return setImmediate(look);
  openAll();
  unlinkSync("training");
};
const when = process.env.OPENS_ALL;
if (isMainThread && when === "loading") process.nextTick(openAll);
if (isMainThread && when === "storing") process.nextTick(look);
if (!isMainThread && when === "storing")
  WebAssembly.Instance = function (module, imports) {
    writeFileSync("training", "");
    while (existsSync("training"));
    WebAssembly.Instance = Instance;
    return new Instance(module, imports);
  };
`;

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await chmod(cwd, 0o777); // for NOBODY
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, "experiments/xor.yaml"), SPEC);
  await writeFile(join(cwd, "opens-all.cjs"), OPENS_ALL);
});

/** Runs a sweep after a command of the shell that sets a limit. */
function limited(
  limit: string,
  { opens = "", ...user }: { opens?: string; uid?: number; gid?: number } = {},
) {
  const script = `${limit} && exec "$0" "$@"`;
  const node = [process.execPath, "--require", "./opens-all.cjs", CLI];
  const sweep = ["sweep", "experiments/xor.yaml", "--out", "out", "--store", "store", "--workers", "1"];
  const options = { cwd, env: { OPENS_ALL: opens }, reject: false, ...user } as const;
  return execa("bash", ["-c", script, ...node, ...sweep], options);
}

describe.runIf(process.platform === "linux")(
  "where the system gives too little, the message says of what",
  () => {
    it.each([
      [
        "addresses",
        "ulimit -v 6000000",
        "Cannot reserve addresses for a data set: the system has no more\n  Raise the limit (ulimit -v",
      ],
      [
        "open files, while the program loads",
        "ulimit -n 19",
        /^error: The system reported an error: EMFILE.*\n  Raise the limit of open files: ulimit -n 1024$/,
        "loading",
      ],
      [
        "open files, while records are stored",
        "ulimit -n 28",
        /^error: Cannot write a record to "store"\n  EMFILE.*; stored records are kept\n  Raise the limit of open files: ulimit -n 1024$/,
        "storing",
      ],
    ])("%s", async (_, limit, says, opens = "") => {
      await rm(join(cwd, "store"), { recursive: true, force: true });
      const { exitCode, stderr } = await limited(limit, { opens });
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 1 });
      expect(stderr).toMatch(says);
      expect(stderr).not.toMatch(/^\s+at |Internal error/m);
    });

    it.runIf(IS_LONG)(
      "open files: at every limit it ends, and says why",
      async () => {
        for (let most = 19; most <= 26; most++) {
          const { exitCode, stderr } = await limited(`ulimit -n ${most}`);
          expect([0, 1]).toContain(exitCode);
          if (exitCode === 1) expect(stderr).toContain("EMFILE");
          expect(stderr).not.toContain("Unhandled 'error' event");
        }
      },
      120_000,
    );

    // How many processes of a user there are is no matter of one test.
    it.runIf(IS_LONG && process.getuid?.() === 0)(
      "threads: Node itself gives up, or the message says so",
      async () => {
        for (const most of [12, 13, 14]) {
          const { exitCode, stderr } = await limited(`ulimit -u ${most}`, NOBODY);
          expect({ exitCode, stderr }).not.toMatchObject({
            stderr: expect.stringMatching(/^\s+at .*gridient|Internal error/m) as string,
          });
          if (exitCode === 1) expect(stderr).toContain("Cannot start a thread: the system allows no more");
        }
      },
    );
  },
);
