import {
  chmodSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { isProgram } from "../../../src/configuration/program-folder.ts";
import { TrialFolders } from "../../../src/pipeline/programs/trial-folder.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { experimentOf } from "../../support/train.ts";

const { base } = experimentOf(
  "{kind: program, command: [a], parameters: {eta: 1}, metrics: {loss: minimize}}",
);
if (!isProgram(base)) throw new Error("A program is expected");
const configuration = base;
const outside = await temporaryFolder();
const kept = join(outside, "kept");
writeFileSync(kept, "mine");

/** Works in a folder, and returns its name and which folder it is, whatever its name. */
const use = (folders: TrialFolders, work: (folder: string, file: string) => void) =>
  folders.use(configuration, (folder) => {
    const file = join(folder, "parameters.json");
    expect(readdirSync(folder)).toEqual(["parameters.json"]);
    expect(readFileSync(file, "utf8")).toBe('{"eta":1}\n');
    const { ino } = statSync(folder);
    work(folder, file);
    return Promise.resolve({ folder, ino });
  });

test("a folder in which nothing has changed gets another name for the next trial", async () => {
  const folders = new TrialFolders();
  const first = await use(folders, () => undefined);
  const second = await use(folders, (_, file) =>
    writeFileSync(file, "a longer text than that of the parameters"),
  );
  const third = await use(folders, () => expect(existsSync(first.folder)).toBe(false));
  expect(new Set([first, second, third].map(({ folder }) => folder)).size).toBe(3);
  expect(new Set([first, second, third].map(({ ino }) => ino)).size).toBe(1);
  await folders.close();
  expect(existsSync(dirname(first.folder))).toBe(false);
});

test.each<[string, (folder: string, file: string) => void]>([
  ["a file in it", (folder) => writeFileSync(join(folder, "model"), "")],
  ["another name for the parameters", (_, file) => linkSync(file, join(outside, "parameters"))],
  ["a link in place of the parameters", (_, file) => (unlinkSync(file), symlinkSync(kept, file))],
  ["parameters that cannot be written", (_, file) => chmodSync(file, 0o400)],
  ["permissions of its own", (folder) => chmodSync(folder, 0o500)],
  ["nothing, as it is moved away", (folder) => renameSync(folder, join(outside, "moved"))],
  ["nothing, as it is removed", (folder) => rmSync(folder, { recursive: true })],
])("a folder is used once if a program leaves %s", async (_, work) => {
  const folders = new TrialFolders();
  const first = await use(folders, work);
  expect(existsSync(first.folder)).toBe(false);
  await use(folders, () => undefined);
  await folders.close();
  expect(readFileSync(kept, "utf8")).toBe("mine");
});
