import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { plainTable } from "../../src/terminal/plain-table.ts";
import { GOALS, type Goal, type Reached } from "./goals.ts";
import { isPartName, PART_NAMES, type PartName } from "./parts.ts";

/** Where and at which commit a part was measured. */
export interface Stamp {
  readonly commit: string;
  /** Of the commit, YYYY-MM-DD. */
  readonly date: string;
  readonly machine: string;
}

/** What is known of a part: from this run, or from RESULTS.md. */
export interface Section {
  readonly stamp: Stamp;
  readonly text: string;
  readonly reached: Readonly<Record<string, Reached>>;
}

export type Sections = Readonly<Partial<Record<PartName, Section>>>;

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const STAMP = /^(?:\*\*Stale\.\*\* )?At commit (.+) of (\d{4}-\d\d-\d\d), on (.*):$/m;
const NOT_MEASURED = "not measured";

/** Returns the commit that is measured now; one with changes is marked. */
export function currentCommit(): Pick<Stamp, "commit" | "date"> {
  const git = (...args: readonly string[]) =>
    execFileSync("git", [...args], { cwd: ROOT, encoding: "utf8" }).trim();
  const [commit = "", date = ""] = git("log", "-1", "--format=%h %cs").split(" ");
  const isChanged =
    git("status", "--porcelain", "--untracked-files=no", "--", "src", "test/bench/*.ts") !== "";
  return { commit: isChanged ? `${commit} with changes` : commit, date };
}

/** Returns each goal beside what was measured, and at which commit. */
export function goalsText(sections: Sections): string {
  const lines = PART_NAMES.flatMap((part) => {
    const section = sections[part];
    return goalsOf(part).map((goal) => goalLine(goal, section?.reached[goal.what], section?.stamp));
  });
  const head = ["goal", "measured", "at least", "reach for", "", "beside", "at commit"];
  return plainTable([head, ...lines], ["left", "right", "right", "right", "left", "left", "left"]);
}

/** The goals of a part; what they measure does not matter here. */
export function goalsOf(part: PartName): readonly Omit<Goal, "measure" | "note">[] {
  return GOALS[part];
}

type GoalFacts = Omit<Goal, "measure" | "note">;

function goalLine(goal: GoalFacts, reached: Reached | undefined, stamp: Stamp | undefined): string[] {
  const { what, unit, least, reach } = goal;
  const number = (value: number) => `${Number(value.toPrecision(3))} ${unit}`;
  if (!reached) return [what, "", number(least), number(reach), NOT_MEASURED, "", ""];
  const { value, note = "-" } = reached;
  return [what, number(value), number(least), number(reach), verdict(value, goal), note, stamp?.commit ?? ""];
}

function verdict(value: number, { unit, least, reach }: GoalFacts): string {
  const isMet = (goal: number) => (unit === "x" ? value >= goal : value <= goal);
  if (!isMet(least)) return "missed";
  return isMet(reach) ? "reached" : "met";
}

/** Returns RESULTS.md. A part that was not measured with the newest commit is marked as stale. */
export function resultsText(sections: Sections, newest: string): string {
  const measured = PART_NAMES.flatMap((part) => {
    const section = sections[part];
    if (!section) return [];
    const { commit, date, machine } = section.stamp;
    const mark = commit === newest ? "" : "**Stale.** ";
    const stamp = `${mark}At commit ${commit} of ${date}, on ${machine}:`;
    return ["", `## bench:${part}`, "", stamp, "", ...block(section.text)];
  });
  return [
    "# Results of the benchmark",
    "",
    "Made by `npm run bench -- --write`: every part in one run on one machine. `npm run bench -- fleet --write` renews one part; the",
    "others are then stale. Ratios come from one run each and may be compared with those of other runs; absolute figures may not.",
    "",
    "## Goals",
    "",
    ...block(goalsText(sections)),
    ...measured,
    "",
  ].join("\n");
}

function block(text: string): string[] {
  return ["```text", text.trim(), "```"];
}

/** Reads RESULTS.md. */
export function readResults(text: string): Sections {
  const [head = "", ...parts] = text.split(/\n## bench:/);
  const lines = head.split("\n");
  const sections = parts.flatMap((part): [PartName, Section][] => {
    const name = /^\w+/.exec(part)?.[0] ?? "";
    const [, commit, date, machine] = STAMP.exec(part) ?? [];
    const [, shown] = /```text\n([^]*?)\n```/.exec(part) ?? [];
    if (!isPartName(name) || !commit || !date || !machine || shown === undefined) return [];
    return [[name, { stamp: { commit, date, machine }, text: shown, reached: readGoals(lines, name) }]];
  });
  return Object.fromEntries(sections);
}

/** Reads what a part has reached from the lines of the table of goals. */
function readGoals(lines: readonly string[], part: PartName): Record<string, Reached> {
  const reached = goalsOf(part).flatMap(({ what }): [string, Reached][] => {
    const line = lines.find((line) => line.startsWith(`${what}  `));
    const cells = line?.slice(what.length).trim().split(/ {2,}/) ?? [];
    const [measured = "", , , , note = "-"] = cells;
    if (cells.length < 5 || cells.includes(NOT_MEASURED)) return [];
    return [[what, { value: Number.parseFloat(measured), ...(note !== "-" && { note }) }]];
  });
  return Object.fromEntries(reached);
}
