/**
 * Loaded into a process by --import: appends the path of every file below NOTED_FOLDER that is opened to the file NOTES.
 * `readFileSync` opens by `openSync`, unless it decodes UTF-8.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { NOTED_FOLDER: folder, NOTES: notes } = process.env;
const { appendFileSync } = fs;

for (const [owner, name] of [
  [fs, "openSync"],
  [fs.promises, "open"],
]) {
  const original = owner[name];
  owner[name] = (path, ...others) => {
    if (String(path).startsWith(folder)) appendFileSync(notes, `${path}\n`);
    return original(path, ...others);
  };
}
syncBuiltinESMExports();
