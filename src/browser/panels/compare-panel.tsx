import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import { trialTitle } from "../model/trial-title.ts";
import type { ChangeView } from "../view/use-view.ts";
import { FieldDifferences } from "./field-differences.tsx";
import { MetricsTable } from "./metrics-table.tsx";
import { Panel } from "./panel.tsx";
import { TrialCurves } from "./trial-curves.tsx";

/** Two trials side by side: their curves in the same charts, the fields in which they differ, and figures. */
export function ComparePanel({
  data,
  pair,
  change,
}: {
  data: PageData;
  pair: readonly [PageTrial, PageTrial];
  change: ChangeView;
}): JSX.Element {
  const close = useCallback(() => change({ compared: [] }), [change]);
  return (
    <Panel title={`Trial ${pair[0].index} and trial ${pair[1].index}`} isWide onClose={close}>
      <ul class="pair">
        {pair.map((trial, i) => (
          <li key={trial.index} class={`key pair-${i}`}>
            trial {trial.index}: {trialTitle(data, trial)}
          </li>
        ))}
      </ul>
      <div class="pair-charts">
        <TrialCurves data={data} trials={pair} />
      </div>
      <FieldDifferences data={data} pair={pair} />
      <h3>Figures</h3>
      <MetricsTable data={data} trials={pair} />
    </Panel>
  );
}
