import { rangeText } from "../../report/grid/search-text.ts";
import { plainTable } from "../../terminal/plain-table.ts";
import { axisName, shownText } from "../../results/setting-text.ts";
import { columnsOf, type Column } from "../../spec/sweep.ts";
import type { Plan } from "../../trials/plan.ts";
import { pointValues } from "../../trials/point-values.ts";
import type { Rates } from "../../trials/rates.ts";
import { rememberWork } from "../../trials/work.ts";
import { costOf, countText, hasKnownWork, secondsText, type Cost } from "./outlook.ts";
import { largestOf } from "../../math/extremes.ts";

/** Returns a row for each configuration: its values, and the cost of a trial where it is known. */
export function configurationsTable(plan: Plan, rates: Rates): string {
  const columns = columnsOf(plan.experiment);
  const names = columns.map(({ path }) => axisName(path, columns));
  if (!hasKnownWork(plan)) {
    const values = plan.configurations.map((point) => pointValues(point, columns).map(shownText));
    return rightTable([["", ...names], ...values.map((row, i) => [i, ...row])]);
  }
  const workOf = rememberWork(plan.experiment.metrics);
  const costs = plan.configurations.map((point) => costOf(workOf(point.configuration, point.facts), rates));
  const multiplies = costs.some(({ multiplyAdds }) => multiplyAdds > 0);
  const rows = plan.configurations.map((point, i) => {
    const { parameters, multiplyAdds, seconds } = costs[i]!;
    const values = pointValues(point, columns).map(shownText);
    const work = multiplies ? [countText(multiplyAdds)] : [];
    return [point.index, ...values, parameters, ...work, secondsText(seconds)];
  });
  const work = multiplies ? ["multiply-adds"] : [];
  const head = ["", ...names, "parameters", ...work, "time per trial"];
  return rightTable([head, ...rows]);
}

function rightTable(rows: readonly (readonly (string | number)[])[]): string {
  return plainTable(
    rows,
    rows[0]!.map(() => "right"),
  );
}

/** Costs of a trial whose range over all configurations is shown. */
const RANGES: readonly { what: string; of: (cost: Cost) => number; text: (value: number) => string }[] = [
  { what: "parameters", of: ({ parameters }) => parameters, text: String },
  { what: "multiply-adds", of: ({ multiplyAdds }) => multiplyAdds, text: countText },
  { what: "time per trial", of: ({ seconds }) => seconds, text: secondsText },
];

/** Returns a row for each axis, with its values as far as they fit `width`, and the ranges of the costs of trials. */
export function axesTable(plan: Plan, rates: Rates, width: number): string {
  const columns = columnsOf(plan.experiment);
  const names = columns.map(({ path }) => axisName(path, columns));
  const room =
    width - largestOf([...names, ...RANGES.map(({ what }) => what)].map((text) => text.length)) - 10;
  const axes = columns.map((column, i) =>
    column.distribution
      ? [names[i]!, "", rangeText(column)]
      : [names[i]!, column.values.length, valuesText(column, room)],
  );
  if (!hasKnownWork(plan))
    return plainTable([["axis", "values"], ...axes].map(padded), ["left", "right", "left"]);
  const workOf = rememberWork(plan.experiment.metrics);
  const works = new Set(plan.configurations.map(({ configuration, facts }) => workOf(configuration, facts)));
  const costs = [...works].map((work) => costOf(work, rates));
  const ranges = RANGES.map(({ what, of, text }) => [what, "", spanText(costs.map(of), text)]);
  return plainTable([["axis", "values"], ...axes, [""], ...ranges].map(padded), ["left", "right", "left"]);
}

function padded(row: readonly (string | number)[]): (string | number)[] {
  return [...row, "", ""].slice(0, 3);
}

/** "0.1, 0.2, ..., 1": the first values, as many as fit, and the last one. */
function valuesText({ values }: Column, room: number): string {
  const texts = values.map(shownText);
  const all = texts.join(", ");
  if (all.length <= room) return all;
  const last = `, ..., ${texts.at(-1)}`;
  let shown = texts[0]!;
  for (const text of texts.slice(1)) {
    if (`${shown}, ${text}${last}`.length > room) break;
    shown += `, ${text}`;
  }
  return shown + last;
}

function spanText(values: readonly number[], text: (value: number) => string): string {
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  return text(least) === text(most) ? text(least) : `${text(least)} to ${text(most)}`;
}
