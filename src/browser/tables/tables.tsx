import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import type { ChangeView } from "../view/use-view.ts";
import type { View } from "../view/view.ts";
import { configurationColumns } from "./configuration-columns.ts";
import { DataTable } from "./data-table.tsx";
import { trialColumns } from "./trial-columns.ts";

/** What the tables show. */
interface TablesProps {
  readonly data: PageData;
  readonly shown: readonly PageTrial[];
  readonly view: View;
  readonly change: ChangeView;
  readonly onPoint: (trial: number | undefined) => void;
}

/** The configurations, best first, or the trials, in plan order: those that are shown. */
export function Tables({ data, shown, view, change, onPoint }: TablesProps): JSX.Element {
  const { configurations, trials } = data;
  const firstTrials = useMemo(() => firstShown(shown), [shown]);
  const ranked = useMemo(() => {
    const remaining = configurations.filter(({ index }) => firstTrials.has(index));
    return remaining.sort((a, b) => a.rank - b.rank);
  }, [configurations, firstTrials]);
  const common = {
    sort: view.sort,
    onSort: (sort: View["sort"]) => change({ sort }),
  };
  const open = (trial: number): void => change({ trial, ...(view.compared.length > 1 && { compared: [] }) });
  return (
    <section aria-labelledby="table">
      <div class="section-head">
        <h2 id="table">{view.table === "trials" ? "Trials" : "Leaderboard"}</h2>
        <div class="switch" role="group" aria-label="Rows of the table">
          {(["configurations", "trials"] as const).map((table) => (
            <button
              key={table}
              type="button"
              aria-pressed={view.table === table}
              onClick={() => change({ table, sort: undefined })}
            >
              {table === "trials" ? "Trials" : "Configurations"}
            </button>
          ))}
        </div>
      </div>
      {view.table === "trials" ? (
        <DataTable
          {...common}
          key="trials"
          caption="Trials"
          rows={shown}
          columns={trialColumns(data)}
          colorOf={({ configuration }) => configurations[configuration]!.color}
          isOpen={({ index }) => index === view.trial}
          onOpen={({ index }) => open(index)}
          onPoint={(row) => onPoint(row?.index)}
        />
      ) : (
        <DataTable
          {...common}
          key="configurations"
          caption="Configurations, the best first"
          rows={ranked}
          columns={configurationColumns(data)}
          colorOf={({ color }) => color}
          isOpen={({ index }) => index === trials[view.trial ?? -1]?.configuration}
          onOpen={({ index }) => open(firstTrials.get(index)!)}
          onPoint={(row) => onPoint(row && firstTrials.get(row.index))}
        />
      )}
    </section>
  );
}

/** Returns the first trial that is shown of each configuration. */
function firstShown(shown: readonly PageTrial[]): ReadonlyMap<number, number> {
  return new Map(shown.toReversed().map(({ configuration, index }) => [configuration, index]));
}
