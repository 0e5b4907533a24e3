import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import { flatFields } from "../model/flat-fields.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { statusOf } from "../tables/trial-columns.ts";
import { unitOf } from "../view/unit-of.ts";
import { TrainAgain } from "../training/train-again.tsx";
import type { ChangeView } from "../view/use-view.ts";
import type { View } from "../view/view.ts";
import { MetricsTable } from "./metrics-table.tsx";
import { Panel } from "./panel.tsx";
import { TrialCurves } from "./trial-curves.tsx";

/** Everything about one trial. */
export function TrialPanel({
  data,
  trial,
  view,
  change,
}: {
  data: PageData;
  trial: PageTrial;
  view: View;
  change: ChangeView;
}): JSX.Element {
  const configuration = data.configurations[trial.configuration]!;
  const siblings = data.trials.filter((other) => other.configuration === trial.configuration);
  const close = useCallback(() => change({ trial: undefined }), [change]);
  return (
    <Panel title={`Trial ${trial.index}`} onClose={close}>
      <p class="setting">{configuration.setting}</p>
      <p class="muted">
        {statusOf(trial, unitOf(data))} · <code>{trial.id.slice(0, 12)}</code>
      </p>
      {siblings.length > 1 && (
        <div class="switch" role="group" aria-label="Replicate">
          {siblings.map((sibling) => (
            <button
              key={sibling.index}
              type="button"
              aria-pressed={sibling === trial}
              onClick={() => change({ trial: sibling.index })}
            >
              {sibling.fold === undefined ? "" : `Fold ${sibling.fold}, `}Replicate {sibling.replicate}
            </button>
          ))}
        </div>
      )}
      <MetricsTable data={data} trials={[trial]} />
      <TrialCurves data={data} trials={[trial]} />
      <CompareButton trial={trial} compared={view.compared} change={change} />
      <TrainAgain key={trial.index} data={data} trial={trial} />
      <h3>Train this trial alone</h3>
      <CopyButton text={data.trialCommand.join(String(trial.index))} label="Copy the command" />
      <h3>Configuration</h3>
      <dl class="fields">
        {flatFields(configuration.configuration).map(([path, text]) => (
          <div key={path}>
            <dt>{path}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function CompareButton({
  trial,
  compared,
  change,
}: {
  trial: PageTrial;
  compared: View["compared"];
  change: ChangeView;
}): JSX.Element {
  const [first] = compared;
  const isFirst = first === trial.index;
  const compare = (): void => {
    if (isFirst) change({ compared: [] });
    else change({ compared: first === undefined ? [trial.index] : [first, trial.index] });
  };
  return (
    <p>
      <button type="button" aria-pressed={isFirst} onClick={compare}>
        {first === undefined || isFirst ? "Compare with another trial" : `Compare with trial ${first}`}
      </button>
      {isFirst && <span class="muted"> Now open the other one.</span>}
    </p>
  );
}
