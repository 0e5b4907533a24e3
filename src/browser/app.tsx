import type { ComponentChildren, JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { PICTURE_SECTIONS, type PageData, type PageTrial } from "../report/page/page-data.ts";
import { ParallelCoordinates } from "./charts/parallel-coordinates.tsx";
import { FollowDescent } from "./descents/follow-descent.tsx";
import { axesOf } from "./model/axis.ts";
import { shownTrials } from "./model/shown-trials.ts";
import { ComparePanel } from "./panels/compare-panel.tsx";
import { TrialPanel } from "./panels/trial-panel.tsx";
import { Downloads } from "./parts/downloads.tsx";
import { Filters } from "./parts/filters.tsx";
import { Findings } from "./parts/findings.tsx";
import { LearningCurves } from "./parts/learning-curves.tsx";
import { PageHeader } from "./parts/page-header.tsx";
import { Pictures } from "./parts/pictures.tsx";
import { SpecText } from "./spec/spec-text.tsx";
import { Tables } from "./tables/tables.tsx";
import { HiddenUnits } from "./units/hidden-units.tsx";
import { LengthUnit } from "./view/length-unit.ts";
import { unitOf } from "./view/unit-of.ts";
import { useView, type ChangeView } from "./view/use-view.ts";
import type { Brush, View } from "./view/view.ts";

/** Above the learning curves, between them and what can be explored, and last. */
const [DESCENTS, SEARCH, EFFECTS, MODELS] = [
  PICTURE_SECTIONS.slice(0, 1),
  PICTURE_SECTIONS.slice(1, 2),
  PICTURE_SECTIONS.slice(2, 5),
  PICTURE_SECTIONS.slice(5),
];

/**
 * The whole page: a function of the data of an experiment and of the view in the address.
 * @param live What a sweep does now; below the answer.
 */
export function App({ data, live }: { data: PageData; live?: ComponentChildren }): JSX.Element {
  const [view, change] = useView();
  const axes = useMemo(() => axesOf(data), [data]);
  const shown = useMemo(() => shownTrials(data, axes, view), [data, axes, view.brushes, view.query]);
  const [pointed, setPointed] = useState<number>();
  const onBrush = (key: string, brush: Brush | undefined): void => {
    const { [key]: _, ...others } = view.brushes;
    change({ brushes: brush ? { ...others, [key]: brush } : others });
  };
  const hasResults = data.trials.some(hasEnded);
  const marked = [pointed, view.trial].flatMap((index) => data.trials[index ?? -1] ?? []);
  return (
    <LengthUnit.Provider value={unitOf(data)}>
      <main class={data.trials[view.trial ?? -1] ? "beside" : ""}>
        <PageHeader data={data} theme={view.theme} onTheme={(theme) => change({ theme })} />
        {live}
        <Findings {...data} />
        <Pictures pictures={data.pictures} sections={DESCENTS} />
        {data.descents && <FollowDescent data={data} descents={data.descents} />}
        {hasResults && (
          <LearningCurves
            data={data}
            shown={shown}
            marked={marked}
            view={view}
            change={change}
            onPoint={setPointed}
          />
        )}
        <Pictures pictures={data.pictures} sections={SEARCH} table={data.search} />
        <Pictures pictures={data.pictures} sections={EFFECTS} />
        {hasResults && data.trials.length > 1 && (
          <section aria-labelledby="explore">
            <h2 id="explore">Every trial</h2>
            <p class="hint">
              Drag along an axis to select a range, here, in the learning curves and in everything below. Each
              setting has one colour.
            </p>
            <Filters axes={axes} view={view} change={change} shown={shown.length} all={data.trials.length} />
            <ParallelCoordinates
              axes={axes}
              trials={data.trials.filter(hasEnded)}
              shown={shown.filter(hasEnded)}
              configurations={data.configurations}
              marked={marked}
              brushes={view.brushes}
              onBrush={onBrush}
            />
          </section>
        )}
        <Tables data={data} shown={shown} view={view} change={change} onPoint={setPointed} />
        <Pictures pictures={data.pictures} sections={MODELS} />
        {data.units && <HiddenUnits data={data} units={data.units} />}
        {data.spec && <SpecText {...data.spec} />}
        <Downloads data={data} shown={shown} />
      </main>
      <Panels data={data} view={view} change={change} />
    </LengthUnit.Provider>
  );
}

/** A trial that waits or trains has no result to draw a line to. */
function hasEnded({ status }: PageTrial): boolean {
  return status !== "waiting" && status !== "training";
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
