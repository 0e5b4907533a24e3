import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { packFolder, UnreadableFile } from "../../src/store/formats/pack-folder.ts";
import { GONE, tailOf, unpackFolder } from "../../src/store/formats/packed-folder.ts";
import { folderDamage, KeptFolders } from "../../src/store/kept-folders.ts";
import { mergeStore } from "../../src/store/merge-store.ts";
import { keptFolderFile } from "../../src/store/store-paths.ts";
import { temporaryFolder } from "../support/folders.ts";

const PREFIX = "e".repeat(64);
const SERIES = { loss: [null, 2, 1] };
const KEY = { prefixId: PREFIX, epoch: 2 };
const QUERY = { before: 3, metrics: ["loss"] };

type Files = Readonly<Record<string, string | Uint8Array>>;

let store: string;
let damaged: string[];
let kept: KeptFolders;
beforeEach(async () => {
  store = await temporaryFolder();
  damaged = [];
  kept = new KeptFolders(store, (_, reason) => damaged.push(reason));
});

async function folderOf(files: Files): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(files.map((file) => readFile(file, "hex")));
  return Object.fromEntries(files.map((file, i) => [file.slice(folder.length + 1), contents[i]!]));
}

const keep = async (files: Files, epoch = 2): Promise<string | undefined> =>
  kept.keep(PREFIX, { epoch, series: { loss: SERIES.loss.slice(0, epoch + 1) } }, await folderOf(files));

describe("a kept folder", () => {
  it("comes back with the exact bytes of every file", async () => {
    const name = fc.stringMatching(/^[\w .:-]{1,12}$/u).filter((text) => !/^\.{1,2}$/.test(text));
    const path = fc.array(name, { minLength: 1, maxLength: 2 }).map((names) => names.join("/"));
    const files = fc
      .dictionary(path, fc.uint8Array({ maxLength: 3000 }), { minKeys: 1, maxKeys: 5 })
      .filter((all) =>
        Object.keys(all).every((one) => !Object.keys(all).some((other) => other.startsWith(`${one}/`))),
      );
    await fc.assert(
      fc.asyncProperty(files, async (all) => {
        const from = await folderOf(all);
        expect(await kept.keep(PREFIX, { epoch: 2, series: SERIES }, from)).toBeUndefined();
        const to = await temporaryFolder();
        expect(await kept.restore(PREFIX, QUERY, to)).toMatchObject({ epoch: 2, series: SERIES });
        expect(await filesIn(to)).toEqual(await filesIn(from));
      }),
      { numRuns: 20 },
    );
  });

  it("is the latest one before the end of the trial, with all metrics", async () => {
    for (const epoch of [1, 2]) await keep({ state: `${epoch}` }, epoch);
    expect(await kept.peek(PREFIX, { before: 3, metrics: ["loss"] })).toBe(2);
    expect(await kept.peek(PREFIX, { before: 2, metrics: ["loss"] })).toBe(1);
    expect(await kept.peek(PREFIX, { before: 1, metrics: ["loss"] })).toBeUndefined();
    expect(await kept.peek(PREFIX, { before: 3, metrics: ["loss", "accuracy"] })).toBeUndefined();
    expect(await kept.peek("d".repeat(64), QUERY)).toBeUndefined();
  });

  it("counts as missing if any bit of it is wrong, and an earlier one is used", async () => {
    await keep({ state: "one" }, 1);
    await keep({ state: "two", other: "x".repeat(50) });
    const file = keptFolderFile(store, PREFIX, 2);
    const bytes = await readFile(file);
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      await writeFile(file, changed);
      expect(folderDamage(file, KEY), `byte ${at}`).toBeDefined();
    }
    const folder = await temporaryFolder();
    expect(await kept.restore(PREFIX, QUERY, folder)).toMatchObject({ epoch: 1 });
    expect(damaged).toHaveLength(1);
    expect(await filesIn(folder)).toEqual({ state: Buffer.from("one").toString("hex") });
  });

  it.each(["../outside", "/etc/outside", "a/../../outside", "a\\outside", "", "."])(
    "never writes out of its folder: %j",
    async (path) => {
      await keep({ state: "text" });
      const file = keptFolderFile(store, PREFIX, 2);
      const digest = "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1";
      const list = JSON.stringify({ about: { ...KEY, series: SERIES }, files: [[path, 4, digest]] });
      await writeFile(file, `text${list}${tailOf(list)}`);
      expect(folderDamage(file, KEY)).toBe("its list is not one of its files");
      const right = list.replace(JSON.stringify(path), '"state"');
      await writeFile(file, `text${right}${tailOf(right)}`);
      expect(folderDamage(file, KEY)).toBeUndefined();
    },
  );

  it("counts as missing if it is gone when it is opened, or cannot be opened", async () => {
    await keep({ state: "one" }, 1);
    await symlink("nothing", keptFolderFile(store, PREFIX, 2));
    expect(await kept.peek(PREFIX, QUERY)).toBe(1);
    expect(await kept.restore(PREFIX, QUERY, await temporaryFolder())).toMatchObject({ epoch: 1 });
    expect(damaged).toEqual([]);
    await rm(keptFolderFile(store, PREFIX, 2));
    await mkdir(keptFolderFile(store, PREFIX, 2));
    expect(folderDamage(keptFolderFile(store, PREFIX, 2), KEY)).toBe("it cannot be read");
    expect(await kept.peek(PREFIX, QUERY)).toBe(1);
    expect(await kept.restore(PREFIX, QUERY, await temporaryFolder())).toMatchObject({ epoch: 1 });
    expect(damaged).toEqual(["it cannot be read"]);
    const list = { about: {}, files: [] };
    expect(await unpackFolder(join(store, "none"), list, await temporaryFolder())).toBe(GONE);
  });

  it("is merged into another store, and one that is there stays", async () => {
    await keep({ state: "theirs" });
    const into = await temporaryFolder();
    const merged = async (): Promise<unknown[]> => {
      const fates: unknown[] = [];
      for await (const { kind, fate } of mergeStore(store, into)) fates.push([kind, fate]);
      return fates;
    };
    expect(await merged()).toEqual([["checkpoint", "new"]]);
    await keep({ state: "of a later run" });
    expect(await merged()).toEqual([["checkpoint", "same"]]);
    const to = await temporaryFolder();
    await new KeptFolders(into, () => undefined).restore(PREFIX, QUERY, to);
    expect(await filesIn(to)).toEqual({ state: Buffer.from("theirs").toString("hex") });
  });
});

describe("a folder that cannot be kept", () => {
  const keepFrom = (folder: string) => kept.keep(PREFIX, { epoch: 2, series: SERIES }, folder);

  it("may have been removed", async () => {
    expect(await keepFrom(join(store, "none"))).toBe("it cannot be read: ENOENT");
  });

  it("may lose a file while it is packed", async () => {
    const folder = await folderOf({ state: "one" });
    const pieces = packFolder(folder, ["state", "taken"], {});
    expect(() => [...pieces]).toThrow(new UnreadableFile("taken cannot be read: ENOENT"));
  });

  it.skipIf(process.getuid?.() === 0)("may have a file that only others may read", async () => {
    const folder = await folderOf({ state: "one" });
    await chmod(join(folder, "state"), 0);
    expect(await keepFrom(folder)).toBe("state cannot be read: EACCES");
    expect(await kept.peek(PREFIX, QUERY)).toBeUndefined();
  });
});
