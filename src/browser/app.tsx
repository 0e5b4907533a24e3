import type { JSX } from "preact";
import { useCallback, useMemo, useState } from "preact/hooks";
import type { PageData, PageTrial } from "../report/page/page-data.ts";
import { ParallelCoordinates } from "./charts/parallel-coordinates.tsx";
import { axesOf } from "./model/axis.ts";
import { shownTrials } from "./model/shown-trials.ts";
import { toneOf } from "./model/tone.ts";
import { ComparePanel } from "./panels/compare-panel.tsx";
import { TrialPanel } from "./panels/trial-panel.tsx";
import { Downloads } from "./parts/downloads.tsx";
import { Filters } from "./parts/filters.tsx";
import { Findings } from "./parts/findings.tsx";
import { LearningCurves } from "./parts/learning-curves.tsx";
import { PageHeader } from "./parts/page-header.tsx";
import { Tables } from "./tables/tables.tsx";
import { LengthUnit } from "./view/length-unit.ts";
import { unitOf } from "./view/unit-of.ts";
import { useView, type ChangeView } from "./view/use-view.ts";
import type { Brush, View } from "./view/view.ts";

/** The whole page: a function of the data of an experiment and of the view in the address. */
export function App({ data }: { data: PageData }): JSX.Element {
  const [view, change] = useView();
  const axes = useMemo(() => axesOf(data), [data]);
  const shown = useMemo(() => shownTrials(data, axes, view), [data, axes, view.brushes, view.query]);
  const [pointed, setPointed] = useState<number>();
  const toneOfTrial = useCallback(
    ({ configuration }: PageTrial) =>
      toneOf(data.configurations[configuration]!.rank, data.configurations.length),
    [data],
  );
  const onBrush = (key: string, brush: Brush | undefined): void => {
    const { [key]: _, ...others } = view.brushes;
    change({ brushes: brush ? { ...others, [key]: brush } : others });
  };
  const marked = [pointed, view.trial].flatMap((index) => data.trials[index ?? -1] ?? []);
  return (
    <LengthUnit.Provider value={unitOf(data)}>
      <main class={data.trials[view.trial ?? -1] ? "beside" : ""}>
        <PageHeader data={data} theme={view.theme} onTheme={(theme) => change({ theme })} />
        <Findings {...data} />
        {data.trials.length > 1 && (
          <section aria-labelledby="explore">
            <h2 id="explore">Every trial</h2>
            <p class="hint">
              Drag along an axis to select a range, here and in everything below. Colour: <Ramp /> from the
              best setting to the worst.
            </p>
            <Filters axes={axes} view={view} change={change} shown={shown.length} all={data.trials.length} />
            <ParallelCoordinates
              axes={axes}
              trials={data.trials}
              shown={shown}
              toneOfTrial={toneOfTrial}
              marked={marked}
              brushes={view.brushes}
              onBrush={onBrush}
            />
          </section>
        )}
        <LearningCurves
          data={data}
          shown={shown}
          toneOfTrial={toneOfTrial}
          marked={marked}
          metric={view.metric}
          change={change}
          onPoint={setPointed}
        />
        <Tables data={data} shown={shown} view={view} change={change} onPoint={setPointed} />
        <Downloads data={data} shown={shown} />
      </main>
      <Panels data={data} view={view} change={change} />
    </LengthUnit.Provider>
  );
}

/** The colours of the leaderboard. */
function Ramp(): JSX.Element {
  return <span class="ramp" aria-hidden="true" />;
}

function Panels({
  data,
  view,
  change,
}: {
  data: PageData;
  view: View;
  change: ChangeView;
}): JSX.Element | null {
  const [first, second] = view.compared.map((index) => data.trials[index]);
  if (first && second) return <ComparePanel data={data} pair={[first, second]} change={change} />;
  const trial = data.trials[view.trial ?? -1];
  return trial ? <TrialPanel data={data} trial={trial} view={view} change={change} /> : null;
}
