import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import { flatFields } from "../model/flat-fields.ts";
import { trialTitle } from "../model/trial-title.ts";
import type { ChangeView } from "../view/use-view.ts";
import { MetricsTable } from "./metrics-table.tsx";
import { Panel } from "./panel.tsx";
import { TrialCurves } from "./trial-curves.tsx";

/** Two trials side by side: curves, figures, and the fields in which they differ. */
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
  const [fields, others] = pair.map((trial) => fieldsOf(data, trial)) as [Fields, Fields];
  const paths = [...new Set([...fields.keys(), ...others.keys()])];
  const isSame = (path: string): boolean => fields.get(path) === others.get(path);
  const sorted = [...paths.filter((path) => !isSame(path)), ...paths.filter(isSame)];
  return (
    <Panel title={`Trial ${pair[0].index} and trial ${pair[1].index}`} isWide onClose={close}>
      <ul class="pair">
        {pair.map((trial, i) => (
          <li key={trial.index} class={`key pair-${i}`}>
            trial {trial.index}: {trialTitle(data, trial)}
          </li>
        ))}
      </ul>
      <TrialCurves data={data} trials={pair} />
      <MetricsTable data={data} trials={pair} />
      <h3>Configuration</h3>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">field</th>
            {pair.map(({ index }) => (
              <th key={index} scope="col">
                trial {index}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((path) => (
            <tr key={path} class={isSame(path) ? "muted" : "differs"}>
              <th scope="row">{path}</th>
              <td>{fields.get(path) ?? "-"}</td>
              <td>{others.get(path) ?? "-"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

type Fields = ReadonlyMap<string, string>;

function fieldsOf({ configurations }: PageData, { configuration, replicate }: PageTrial): Fields {
  return new Map([
    ...flatFields(configurations[configuration]!.configuration),
    ["replicate", String(replicate)],
  ]);
}
