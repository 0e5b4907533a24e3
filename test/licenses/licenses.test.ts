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

interface Manifest {
  readonly overrides: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, unknown>>;
}

describe("packages", () => {
  it("that come with gridient have permissive licences, all of them", async () => {
    const { exitCode, stdout } = await execa(process.execPath, [SCRIPT], { reject: false });
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    expect(stdout).toMatch(/^MIT\n {2}/m);
    for (const name of ["piscina", "d3-contour", "preact", "fast-png"])
      expect(stdout).toMatch(new RegExp(`^  ${name}@`, "m"));
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

  it("that run a script elsewhere are replaced in a clone, and the guarantee says for whom it holds", () => {
    const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
    const { overrides, dependencies, peerDependenciesMeta } = JSON.parse(read("package.json")) as Manifest;
    expect(overrides["msgpackr-extract"]).toMatch(/^npm:dry-uninstall@/);
    expect(dependencies).not.toHaveProperty("bullmq");
    expect(peerDependenciesMeta["bullmq"]).toEqual({ optional: true });
    expect(read("docs/explanation/security.md")).toMatch(
      /\*\*Packages\*\* of a clone[^*]*`msgpackr-extract`, which runs a script/,
    );
  });
});
