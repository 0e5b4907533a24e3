import type { JSX } from "preact";
import { counted } from "../../text/counted.ts";
import type { Axis } from "../model/axis.ts";
import type { ChangeView } from "../view/use-view.ts";
import type { View } from "../view/view.ts";

/** The search, and a button for each brush that takes it away. */
export function Filters({
  axes,
  view,
  change,
  shown,
  all,
}: {
  axes: readonly Axis[];
  view: View;
  change: ChangeView;
  /** Trials. */
  shown: number;
  all: number;
}): JSX.Element {
  const { brushes, query } = view;
  const brushed = axes.filter(({ key }) => brushes[key]);
  const without = (removed: string): void =>
    change({ brushes: Object.fromEntries(Object.entries(brushes).filter(([key]) => key !== removed)) });
  return (
    <div class="filters">
      <input
        type="search"
        placeholder="Search settings, status, id"
        aria-label="Search trials"
        value={query}
        onInput={(event) => change({ query: event.currentTarget.value })}
      />
      {brushed.map((axis) => (
        <button key={axis.key} type="button" class="chip" onClick={() => without(axis.key)}>
          {axis.label}: {axis.textAt(brushes[axis.key]![0])} – {axis.textAt(brushes[axis.key]![1])}
          <span aria-hidden="true"> ×</span>
          <span class="unseen">, remove this filter</span>
        </button>
      ))}
      <span class="muted" role="status">
        {shown === all ? "" : `${shown} of `}
        {counted(all, "trial")}
      </span>
      {(brushed.length > 0 || query !== "") && (
        <button type="button" class="quiet" onClick={() => change({ brushes: {}, query: "" })}>
          Show all
        </button>
      )}
    </div>
  );
}
