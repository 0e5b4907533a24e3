/**
 * `npm version` runs this: the changes that CHANGELOG.md lists as unreleased become those of the version in package.json.
 * With `notes`, prints the changes of that version instead.
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";

const UNRELEASED = "## [Unreleased]\n";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const text = readFileSync("CHANGELOG.md", "utf8");
if (process.argv[2] === "notes") process.stdout.write(changesOf(version));
else {
  if (changesOf("Unreleased") === "") throw new Error("CHANGELOG.md lists nothing under Unreleased");
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync("CHANGELOG.md", text.replace(UNRELEASED, `${UNRELEASED}\n## [${version}] - ${today}\n`));
}

/** Returns what is below the heading of a version, up to the next one. */
function changesOf(name) {
  const [, after] = text.split(`## [${name}]`, 2);
  if (after === undefined) throw new Error(`CHANGELOG.md has no heading for ${name}`);
  return after
    .slice(after.indexOf("\n"))
    .split(/^(?:## |\[[^\]]*\]: )/m)[0]
    .trim();
}
