import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { describe, expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("licenses.mjs", import.meta.url));

/** What the lock file says of a package; the project itself stands under "". */
interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

describe("packages", () => {
  it("that come with gridient have permissive licences, all of them", async () => {
    const { exitCode, stdout } = await execa(process.execPath, [SCRIPT], { reject: false });
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    expect(stdout).toMatch(/^MIT\n {2}/m);
  });

  it("are pinned by the lock file, each by the digest of its contents, and run nothing when they are installed", () => {
    const lock = new URL("../../package-lock.json", import.meta.url);
    const { packages } = JSON.parse(readFileSync(lock, "utf8")) as { packages: Record<string, Locked> };
    const { "": _, ...others } = packages;
    for (const [path, { integrity, resolved, hasInstallScript, link }] of Object.entries(others)) {
      expect({ path, integrity }).toMatchObject({ integrity: expect.stringMatching(/^sha512-/) as string });
      expect({ path, resolved: resolved ?? "https://registry.npmjs.org/" }).toMatchObject({
        resolved: expect.stringMatching(/^https:\/\/registry\.npmjs\.org\//) as string,
      });
      expect({ path, hasInstallScript, link }).toEqual({
        path,
        hasInstallScript: undefined,
        link: undefined,
      });
    }
  });
});
