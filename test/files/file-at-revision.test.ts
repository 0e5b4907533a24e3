import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { fileAtRevision } from "../../src/files/file-at-revision.ts";
import { temporaryFolder } from "../support/folders.ts";

let folder = "";
let commit = "";
const AUTHOR = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];

beforeAll(async () => {
  folder = await temporaryFolder();
  const git = (...args: string[]) => execa("git", [...AUTHOR, ...args], { cwd: folder });
  await git("init", "--quiet", "--initial-branch=main");
  await mkdir(join(folder, "below"));
  await writeFile(join(folder, "below/a b.txt"), "committed");
  await writeFile(join(folder, "below/same.txt"), "the same");
  await symlink("same.txt", join(folder, "below/link.txt"));
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "Begin");
  await writeFile(join(folder, "below/a b.txt"), "changed");
  await writeFile(join(folder, "new.txt"), "new");
  commit = (await git("rev-parse", "HEAD")).stdout;
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const at = (name: string, revision: string, most = 100): unknown => {
  const { bytes, ...others } = { bytes: undefined, ...fileAtRevision(join(folder, name), revision, most) };
  return bytes ? Buffer.from(bytes).toString() : others.status;
};

describe("fileAtRevision()", () => {
  it("answers alike for a branch and for the whole name of its commit", () => {
    for (const revision of ["main", commit]) {
      expect(at("below/a b.txt", revision)).toBe("committed");
      expect(at("new.txt", revision)).toBe("absent");
      expect(at("gone/new.txt", revision)).toBe("absent");
      expect(at("below/a b.txt", revision, 3)).toBe("tooLarge");
    }
  });

  it("reads files from disk only where they are as they were committed", () => {
    for (const revision of ["main", commit]) {
      expect(at("below/same.txt", revision)).toBe("the same");
      expect(at("below/same.txt", revision, 3)).toBe("tooLarge");
      expect(at("below/link.txt", revision)).toBe("same.txt");
    }
  });

  it("asks git once about the files that a commit has in a folder", () => {
    expect(at("below/same.txt", commit)).toBe("the same");
    vi.stubEnv("PATH", "/nonexistent");
    expect(at("below/same.txt", commit)).toBe("the same");
    expect(at("below/new.txt", commit)).toBe("absent");
    expect(at("below/same.txt", "main")).toBe("noGit");
  });

  it("knows no branch, and no commit, that is not there", () => {
    expect(at("below/a b.txt", "other")).toBe("noRevision");
    expect(at("below/a b.txt", "0123456789".repeat(4))).toBe("noRevision");
    expect(at("below/a b.txt", "--help")).toBe("noRevision");
  });

  it("says so where there is no repository", async () => {
    const outside = join(await temporaryFolder(), "a.txt");
    expect(fileAtRevision(outside, "main", 100).status).toBe("noRevision");
  });
});
