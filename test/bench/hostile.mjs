/**
 * `npm run bench:hostile`: CPU time and highest memory of `validate` on each small file that asks for much of both, as a
 * table of Markdown; `-- WORDS` takes the files whose names have them.
 * @module
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { HOSTILE_DATA, writeHostile } from "../support/hostile-data.mjs";
import { measureCommand } from "./measure-command.mjs";
import { inTemporaryFolder } from "./temporary-folder.mjs";

const words = process.argv.slice(2).join(" ");
console.log("| file | on disk | s CPU | MB | answer |\n| --- | --: | --: | --: | --- |");
for (const hostile of HOSTILE_DATA.filter(({ name }) => name.includes(words)))
  console.log(`| ${inTemporaryFolder((folder) => measure(folder, hostile)).join(" | ")} |`);

function measure(folder, hostile) {
  const spec = writeHostile(folder, hostile);
  const { status, stderr, cpu, megabytes } = measureCommand(folder, ["validate", spec]);
  const isRight = status === 2 && stderr.includes(hostile.says);
  const answer = isRight ? `... ${hostile.says} ...` : `**exit code ${status}**`;
  return [hostile.name, sizeText(folder), cpu.toFixed(1), Math.round(megabytes), answer];
}

/** Says how much the files of a folder take on disk. */
function sizeText(folder) {
  const names = readdirSync(folder, { recursive: true });
  const bytes = names.reduce((sum, name) => sum + 512 * statSync(join(folder, name)).blocks, 0);
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
