import { plainTable } from "../../report/terminal/plain-table.ts";
import { axisName, shownText } from "../../results/setting-text.ts";
import { columnsOf } from "../../spec/sweep.ts";
import type { Plan } from "../../trials/plan.ts";
import { pointValues } from "../../trials/point-values.ts";
import type { Rates } from "../../trials/rates.ts";
import { rememberWork } from "../../trials/work.ts";
import { costOf } from "./outlook.ts";
import { countText, secondsText } from "./quantity-text.ts";

/** Returns a row for each configuration: what sets it apart, and what a trial of it takes. */
export function configurationsTable(plan: Plan, rates: Rates): string {
  const columns = columnsOf(plan.experiment);
  const names = columns.map(({ path }) => axisName(path, columns));
  const isDescents = plan.configurations[0]?.configuration.kind === "function";
  const workOf = rememberWork(plan.experiment.metrics);
  const rows = plan.configurations.map((point) => {
    const { parameters, multiplyAdds, seconds } = costOf(workOf(point.configuration, point.facts), rates);
    const values = pointValues(point, columns).map(shownText);
    const work = isDescents ? [] : [countText(multiplyAdds)];
    return [point.index, ...values, parameters, ...work, secondsText(seconds)];
  });
  const work = isDescents ? [] : ["multiply-adds"];
  const head = ["", ...names, "parameters", ...work, "time a trial"];
  return plainTable(
    [head, ...rows],
    head.map(() => "right"),
  );
}
