import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { kindOf, lengthOf, networkIn } from "../../configuration/kind-of.ts";
import { capitalized } from "../../text/counted.ts";
import { metricText } from "../../results/metric-text.ts";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import { CurvesChart } from "../charts/curves-chart.tsx";
import type { Curve } from "../charts/curve.ts";
import type { Likeness } from "./compare-records.ts";
import { trainRequest } from "./train-request.ts";
import { UnitImages } from "./unit-images.tsx";
import { useTraining, type Training } from "./use-training.ts";

const HEIGHT = 170;

/** Trains a trial in the page and shows whether every number equals the recorded one. */
export function TrainAgain({ data, trial }: { data: PageData; trial: PageTrial }): JSX.Element {
  const { metric } = data.objective;
  const [training, ask] = useTraining(trial, metric);
  const { configuration, isGenerated } = data.configurations[trial.configuration]!;
  const { startInPage, unit } = kindOf(configuration);
  return (
    <section class="again" aria-labelledby="again">
      <h3 id="again">Train this again</h3>
      {isGenerated ? (
        <>
          <p class="muted">Retrains in your browser {startInPage}.</p>
          <button
            type="button"
            class="primary"
            disabled={training.status === "running"}
            onClick={() => ask(trainRequest(data, trial))}
          >
            {training.status === "running"
              ? `${capitalized(unit)} ${training.epoch} of ${lengthOf(configuration)}`
              : "Train this again"}
          </button>
          {training.status !== "idle" && <Progress metric={metric} trial={trial} training={training} />}
        </>
      ) : (
        <p class="muted">
          Not available here: {networkIn(configuration)?.dataset.name} is read from files, which a page cannot
          open. Use the command below.
        </p>
      )}
    </section>
  );
}

function Progress({
  metric,
  trial,
  training,
}: {
  metric: string;
  trial: PageTrial;
  training: Training;
}): JSX.Element {
  const { values, units, likeness, reason } = training;
  const curves = useMemo<Curve[]>(() => {
    const recorded = {
      key: "recorded",
      label: "recorded",
      look: "recorded",
      values: trial.series[metric] ?? [],
    };
    return [recorded, { key: "fresh", label: "trained here", look: "fresh", values }];
  }, [values, trial, metric]);
  return (
    <>
      <p class="verdict" role="status">
        {training.status === "failed" ? (
          `Cannot train here: ${reason}`
        ) : likeness ? (
          <Verdict likeness={likeness} />
        ) : (
          ""
        )}
      </p>
      <figure>
        <figcaption>
          {metricText(metric, {})}
          <span class="legend">
            <span class="key recorded">recorded</span>
            <span class="key fresh">trained here</span>
          </span>
        </figcaption>
        <CurvesChart
          metric={metric}
          curves={curves}
          height={HEIGHT}
          label={`${metricText(metric, {})}, recorded and as trained here`}
        />
      </figure>
      {units && <UnitImages units={units} />}
    </>
  );
}

/** Whether a training came out as recorded. */
export function Verdict({ likeness }: { likeness: Likeness }): JSX.Element {
  return likeness.isSame ? (
    <>
      <span class="badge good">Bit-identical</span> All {likeness.values} recorded numbers came out the same,
      to the last bit.
    </>
  ) : (
    <>
      <span class="badge bad">Different</span> First difference: {likeness.difference}.
    </>
  );
}
