import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { LiveStatus, LiveWorker } from "../../live/live-status.ts";
import { metricText } from "../../results/metric-text.ts";
import { ACCENT } from "../../report/pictures/colors.ts";
import type { Live } from "./use-live.ts";
import type { Curve } from "../charts/curve.ts";
import { CurvesChart } from "../charts/curves-chart.tsx";
import { largestOf } from "../../math/extremes.ts";

const HEIGHT = 220;

/** The curves of the trials that train now, as far as they go. */
export function LiveCurves({
  status,
  results,
}: Pick<Live, "results"> & { status: LiveStatus }): JSX.Element | null {
  const curves = useMemo(() => curvesOf(status.workers, results), [status, results]);
  if (curves.length === 0) return null;
  const metric = metricText(status.metric, status);
  return (
    <>
      <h3>{metric.slice(0, 1).toUpperCase() + metric.slice(1)}</h3>
      <CurvesChart
        metric={status.metric}
        curves={curves}
        height={HEIGHT}
        label={`${metric} of the trials that train now, over the epochs`}
      />
    </>
  );
}

/** The axis has room for a curve to grow, but not for so much that its beginning cannot be seen. */
function curvesOf(workers: readonly LiveWorker[], results: Live["results"]): Curve[] {
  const jobs = workers.flatMap(({ job }) => job ?? []);
  const reached = largestOf(jobs.map(({ epoch }) => epoch));
  const planned = largestOf(jobs.map(({ epochs }) => epochs));
  let room = 10;
  while (room < 1.25 * reached) room *= 2;
  return workers.flatMap((worker) => curveOf(worker, Math.min(planned, room), results));
}

/** Epochs without a value repeat the one before; future epochs have none. */
function curveOf({ slot, job }: LiveWorker, last: number, results: Live["results"]): Curve[] {
  if (!job) return [];
  const { epoch, every } = job;
  const valueAt = (at: number): number | null =>
    at > epoch ? null : (job.values[Math.floor(at / every)] ?? null);
  const values = Array.from({ length: last + 1 }, (_, at) => valueAt(at));
  const configuration = results?.trials[job.trials[0] ?? -1]?.configuration;
  const color = results?.configurations[configuration ?? -1]?.color ?? ACCENT;
  return [{ key: slot, label: job.label, look: "mean", color, values }];
}
