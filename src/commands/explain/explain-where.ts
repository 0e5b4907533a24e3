import { combinationsText } from "../../report/grid/combinations-text.ts";
import { missingText } from "../../report/grid/missing-text.ts";
import { classifyCombinations, type CombinationCount } from "../../spec/provenance/classify-combinations.ts";
import { missingConditions, type MissingCondition } from "../../spec/provenance/missing-conditions.ts";
import { readWhere } from "../../spec/provenance/read-where.ts";
import { lineAndColumn } from "../../spec/source-text.ts";
import { jsonText } from "../../text/json-text.ts";
import type { ExplainOptions } from "./explain-options.ts";
import type { Io } from "../console/io.ts";
import { readFiles } from "../reading/read-specs.ts";
import { refuseProblems } from "../console/report-problems.ts";

/** Says what became of the combinations that fit all conditions, or which condition none fits. Returns the exit code. */
export async function explainWhere(file: string, options: ExplainOptions, io: Io): Promise<number> {
  const { conditions, problems: unreadable } = readWhere(options.where);
  const { experiments, problems } = await readFiles([file], options);
  refuseProblems([...unreadable, ...problems], options.reporter, io);
  const { sweep, replicates } = experiments[0]!;
  const classes = classifyCombinations(sweep, (point) => conditions.every(({ matches }) => matches(point)));
  const missing = classes.length > 0 ? [] : missingConditions(conditions, sweep);
  if (options.json) io.stdout.write(combinationsJson(classes, missing));
  else if (classes.length > 0) io.stdout.write(`${combinationsText(classes, { file, replicates })}\n`);
  else io.stdout.write(`${missingText(missing, file)}\n`);
  return 0;
}

function combinationsJson(
  classes: readonly CombinationCount[],
  missing: readonly MissingCondition[],
): string {
  const data = {
    fates: classes.map(({ kind, place, count, configurations }) => ({
      fate: kind,
      count,
      ...(place
        ? { file: place.source.file, ...lineAndColumn(place) }
        : { configurations: [...configurations] }),
    })),
    missing: missing.map(({ condition, values }) => ({ condition: condition.argument, values })),
  };
  return `${jsonText(data, 2)}\n`;
}
