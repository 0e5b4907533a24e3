import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { parse } from "yaml";
import { temporaryFolder } from "./folders.ts";

/** A step of a workflow or an action. */
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** action.yml, as far as tests need it. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/** Returns the action of this repository. */
export function ownAction(): Action {
  const file = fileURLToPath(new URL("../../action.yml", import.meta.url));
  return parse(readFileSync(file, "utf8")) as Action;
}

interface Job {
  readonly cwd: string;
  /** The folder in which the cache is kept. */
  readonly cache: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

/** How an action ended. */
export interface ActionEnd {
  /** Names of the steps that failed. */
  readonly failed: readonly string[];
  readonly log: string;
  /** The summary of the job. */
  readonly summary: string;
  /** Whether the cache had the key. */
  readonly restored: boolean;
}

/** Runs the very steps of action.yml as a runner of GitHub does, with a cache that is a folder. */
export async function runAction({ cwd, cache, inputs, env }: Job): Promise<ActionEnd> {
  const action = ownAction();
  const temporary = await temporaryFolder();
  const [summary, output] = [join(temporary, "summary.md"), join(temporary, "output")];
  const runner = { RUNNER_TEMP: temporary, GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output };
  await writeFile(summary, "");
  const standard = Object.entries(action.inputs).map(([name, input]) => [`inputs.${name}`, input.default]);
  const given = Object.entries(inputs).map(([name, value]) => [`inputs.${name}`, value]);
  const context: Record<string, string> = Object.fromEntries([...standard, ...given]);
  context["github.event_name"] = env["GITHUB_EVENT_NAME"]!;
  context["github.event.before"] = env["TEST_BEFORE"] ?? "";
  context["github.token"] = env["GITHUB_TOKEN"]!;
  const { GITHUB_TOKEN: _, ...outer } = env; // a step has the token only if it asks for it
  const failed: string[] = [];
  let log = "";
  for (const step of action.runs.steps) {
    if (!mayRun(step.if, context, failed.length > 0)) continue;
    const values = (map: Readonly<Record<string, unknown>> = {}): Record<string, string> =>
      Object.fromEntries(Object.entries(map).map(([key, value]) => [key, filled(String(value), context)]));
    if (step.uses?.startsWith("actions/cache/")) {
      const hit = await useCache(step.uses, { cwd, cache }, values(step.with));
      if (step.id) context[`steps.${step.id}.outputs.cache-hit`] = String(hit);
      continue;
    }
    await writeFile(output, "");
    const ended = await execa("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run!], {
      cwd,
      env: { ...outer, ...runner, ...values(step.env) },
      reject: false,
      all: true,
    });
    log += `${ended.all}\n`;
    if (ended.exitCode !== 0) failed.push(step.name!);
    for (const line of (await readFile(output, "utf8")).split("\n")) {
      const [name, ...value] = line.split("=");
      if (step.id && value.length > 0) context[`steps.${step.id}.outputs.${name}`] = value.join("=");
    }
  }
  const restored = context["steps.cache.outputs.cache-hit"] === "true";
  return { failed, log, summary: await readFile(summary, "utf8"), restored };
}

function filled(text: string, context: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{ *(.*?) *\}\}/g, (_, name: string) => context[name] ?? "");
}

/** Evaluates a condition of always(), ==, != and &&. Without always() a step does not run after a failure. */
function mayRun(
  condition: string | undefined,
  context: Readonly<Record<string, string>>,
  hasFailed: boolean,
): boolean {
  const terms = (condition ?? "success()").split(" && ");
  if (hasFailed && !terms.includes("always()")) return false;
  return terms.every((term) => {
    const [, name, sign, value] = /^([\w.-]+) (==|!=) '(.*)'$/.exec(term) ?? [];
    if (name === undefined) return /^(always|success)\(\)$/.test(term);
    return ((context[name] ?? "") === value) === (sign === "==");
  });
}

/** Restores or saves like actions/cache. Returns whether the key was there. */
async function useCache(
  uses: string,
  { cwd, cache }: Pick<Job, "cwd" | "cache">,
  { path = "", key = "", "restore-keys": start = "" }: Record<string, string>,
): Promise<boolean> {
  const entry = (name: string): string => join(cache, name);
  if (uses.startsWith("actions/cache/save@")) {
    if (existsSync(join(cwd, path))) await cp(join(cwd, path), entry(key), { recursive: true });
    return false;
  }
  await mkdir(cache, { recursive: true });
  const known = await readdir(cache);
  const found = known.includes(key) ? key : known.find((name) => name.startsWith(start));
  if (found !== undefined) await cp(entry(found), join(cwd, path), { recursive: true });
  return found === key;
}
