import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { gridient } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";
import { ROOT, type Block, type Page } from "./pages.ts";

/** A block whose commands do not do what the page says. */
export interface Mismatch {
  readonly block: Block;
  readonly said: string;
  readonly found: string;
}

const GRIDIENT = /^npx gridient /;
/** Programs that a page may start besides: what is installed is there already. */
const OTHERS = /^(git|node|cp|rm|mkdir|cat|sed) /;
const INSTALL = /^npm (init|install) /;

/**
 * Runs the blocks of a page in their order, in a folder like a reader's: a git repository with this one's experiments
 * and the results of `lr`, and gridient installed. Returns those that fail or print something else than the page says.
 */
export async function runPage(page: Page): Promise<Mismatch[]> {
  template ??= readersFolder();
  const cwd = await temporaryFolder();
  await cp(await template, cwd, { recursive: true, verbatimSymlinks: true });
  const mismatches: Mismatch[] = [];
  for (const block of page.blocks) {
    const found = await runBlock(block, cwd);
    if (found !== undefined && masked(found) !== masked(block.text))
      mismatches.push({ block, said: block.text, found });
  }
  return mismatches;
}

let template: Promise<string> | undefined;

async function readersFolder(): Promise<string> {
  const cwd = await temporaryFolder();
  await cp(join(ROOT, "experiments"), join(cwd, "experiments"), { recursive: true });
  await cp(join(ROOT, "results/lr"), join(cwd, "results/lr"), { recursive: true });
  await mkdir(join(cwd, "node_modules"));
  await symlink(ROOT, join(cwd, "node_modules/gridient"));
  await writeFile(join(cwd, ".gitignore"), "node_modules/\n");
  await git(cwd, "init", "--quiet", "--initial-branch=main");
  await git(cwd, "add", "--all");
  await git(cwd, "commit", "--quiet", "--message", "Begin");
  return cwd;
}

async function git(cwd: string, ...args: readonly string[]): Promise<void> {
  await execa("git", args, { cwd, env: AUTHOR });
}

/** An author, and no settings of the machine, such as signatures. */
const AUTHOR = {
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.org",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.org",
  GIT_CONFIG_GLOBAL: "/dev/null",
};

/** Whether a block of this page promises something. */
export function isRunnable({ blocks }: Page): boolean {
  return blocks.some(
    ({ language, note }) => /^(yaml|sh|console)$/.test(language) && !note.startsWith("not run: "),
  );
}

/** Returns what the block should say instead; undefined where it promises nothing. */
async function runBlock({ language, text, note }: Block, cwd: string): Promise<string | undefined> {
  const file = /^(?:#|\/\/) (\S+\.\w+)\n/.exec(text)?.[1] ?? /^file: (\S+)$/.exec(note)?.[1];
  if (file !== undefined) await writeAt(join(cwd, file), text);
  if (note.startsWith("not run: ")) return undefined;
  if (language === "yaml") return checkYaml(text, file, cwd);
  if (language === "sh") return runScript(text, cwd);
  return language === "console" ? runConsole(text, cwd) : undefined;
}

async function writeAt(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** A block that names no data is a part of an experiment. */
async function checkYaml(text: string, file: string | undefined, cwd: string): Promise<string | undefined> {
  if (file?.startsWith(".github/") || /^(#.*\n)*$/.test(text)) return undefined;
  const isWhole = /^(dataset|kind|extends):/m.test(text);
  const path = file ?? `experiments/${isWhole ? "" : "_"}block.yaml`;
  if (file === undefined) await writeAt(join(cwd, path), text);
  const { exitCode, stdout, stderr } = await gridient(cwd, ["validate", path]);
  return exitCode === 0 ? undefined : stdout + stderr;
}

async function runScript(text: string, cwd: string): Promise<string | undefined> {
  for (const line of text.trim().replaceAll("\\\n", "").split("\n")) {
    if (line.startsWith("#")) continue;
    for (const command of line.replace(/ +# .*$/, "").split(" && ")) {
      const { exitCode, output } = await run(command, cwd);
      if (exitCode !== 0) return `${command}\nexit code ${exitCode}\n${output}`;
    }
  }
  return undefined;
}

/** Returns the block with what its commands print. */
async function runConsole(text: string, cwd: string): Promise<string> {
  const commands = text.split("\n").filter((line) => line.startsWith("$ "));
  let found = "";
  for (const line of commands) {
    const { output } = await run(line.slice(2), cwd);
    found += `${line}\n${output === "" ? "" : `${output.trimEnd()}\n`}`;
  }
  return found;
}

async function run(command: string, cwd: string): Promise<{ exitCode: number | undefined; output: string }> {
  if (INSTALL.test(command)) return { exitCode: 0, output: "" };
  if (OTHERS.test(command)) {
    const { exitCode, all } = await execa("bash", ["-c", command], {
      cwd,
      reject: false,
      all: true,
      env: AUTHOR,
    });
    return { exitCode, output: all };
  }
  if (!GRIDIENT.test(command)) throw new Error(`No page may tell its reader to run this: ${command}`);
  const [line, target] = command.replace(GRIDIENT, "").split(" > ");
  const { stdout: words } = await execa("bash", ["-c", `printf '%s\\n' ${line!}`], { cwd });
  const { exitCode, stdout, stderr } = await gridient(cwd, words.split("\n"), {
    XDG_CACHE_HOME: join(cwd, ".cache"),
  });
  if (target !== undefined) await writeFile(join(cwd, target), `${stdout}\n`);
  return {
    exitCode,
    output: [target === undefined ? stdout : "", withoutProgress(stderr)].filter(Boolean).join("\n"),
  };
}

/** Removes the lines that a slow machine prints while a sweep trains. */
function withoutProgress(stderr: string): string {
  return stderr.replaceAll(/^\S+: \d+ of \d+ trials, .*\n?/gm, "").trimEnd();
}

/** Hides what depends on the machine: times and memory. */
function masked(text: string): string {
  return text
    .replaceAll(/ +(?:about )?(?:less than )?[\d.]+ (?:s|ms)\b/g, " T")
    .replaceAll(/ +time( per trial)?$/gm, " time")
    .replaceAll(/about .*/g, "about");
}
