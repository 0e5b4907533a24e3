import { explainMismatch } from "../../fields/messages/explain-mismatch.ts";
import { EXPERIMENT_SCHEMA } from "../../../fields/experiment-schema.ts";
import { parseSetting } from "../../document/yaml/parse-setting.ts";
import type { Problem } from "../../problem.ts";
import { readPattern } from "../rules/read-pattern.ts";
import type { Pattern } from "../../sweep.ts";

/** One argument `path=value` of --where. */
export interface Condition extends Pattern {
  readonly path: string;
  readonly argument: string;
}

/** Returns the patterns in arguments of --where, each an entry as in a rule of `exclude`, or what is wrong with them. */
export function readWhere(wanted: readonly string[]): { conditions: Condition[]; problems: Problem[] } {
  const conditions: Condition[] = [];
  const problems: Problem[] = [];
  for (const argument of wanted) {
    const { setting, problems: unreadable } = parseSetting(argument, "--where");
    problems.push(...unreadable);
    if (!setting) continue;
    const { path, pathPlace, value } = setting;
    const entry = { key: path, keyPlace: pathPlace, value };
    const pattern = { kind: "map", place: pathPlace, entries: [entry] } as const;
    const findings = explainMismatch(pattern, EXPERIMENT_SCHEMA.$defs!["pattern"]!, "--where");
    problems.push(...findings.map(({ problem }) => problem));
    if (findings.length === 0) conditions.push({ path, argument, ...readPattern(pattern) });
  }
  return { conditions, problems };
}
