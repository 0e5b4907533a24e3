import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { itLong } from "../support/long-form.ts";
import { CLI } from "../commands/run-in.ts";
import { HAS_REDIS, sparePort } from "../support/redis-server.ts";
import { blockOf } from "./pages.ts";

const PAGE = "docs/how-to/run-on-a-fleet.md";
const lines = blockOf(PAGE, "sh").trim().split("\n");

/** Starts a line of a shell; what it started ends with it. */
function shell(line: string) {
  const command = execa("bash", ["-c", line], { detached: true, reject: false, stdin: "ignore" });
  return { command, end: () => process.kill(-command.pid!, "SIGKILL") };
}

describe(PAGE, () => {
  it("needs three commands, of packages that are peers of this one", () => {
    expect(lines).toHaveLength(3);
    const { peerDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      peerDependencies: Record<string, string>;
    };
    const installed = [...lines[0]!.matchAll(/(\w+)@(\d+)/g)].map(([, name, major]) => [name, `^${major}.`]);
    expect(installed).toHaveLength(2);
    for (const [name, version] of installed) expect(peerDependencies[name!]!.startsWith(version!)).toBe(true);
  });

  itLong.skipIf(!HAS_REDIS)("gives commands that come to the committed bytes as they stand", async () => {
    const [folder, port] = [await temporaryFolder(), await sparePort()];
    const here = (line: string): string =>
      line
        .replace("npx gridient", `node ${CLI}`)
        .replaceAll("@192.0.2.7", `@127.0.0.1:${port}`)
        .replace("192.0.2.7", "127.0.0.1")
        .split(" # ")[0]!;
    const [install, ...server] = here(lines[0]!).split(" && ");
    expect(install).toMatch(/^npm install --no-save /); // what it installs is here already
    const started = [
      shell(`${server.join(" && ")} --port ${port} --dir ${folder} --save ''`),
      shell(`while ! redis-cli -p ${port} ping > /dev/null; do sleep 0.1; done; ${here(lines[1]!)}`),
    ];
    try {
      const [out, store] = [join(folder, "results"), join(folder, "store")];
      const { exitCode, stderr } = await shell(`${here(lines[2]!)} --out ${out} --store ${store}`).command;
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
      const { "timings.csv": _, "report.html": __, ...files } = await digestsBelow(join(out, "lr"));
      expect(await digestsBelow("results/lr")).toMatchObject(files);
      expect(Object.keys(files).length).toBeGreaterThan(3);
    } finally {
      for (const { command, end } of started) {
        end();
        await command;
      }
    }
  });
});
