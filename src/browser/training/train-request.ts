import { metricNamed, requestFor } from "../../metrics/metrics.ts";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import type { TrainRequest } from "./messages.ts";

/** Returns what asks the worker to train a trial again, and to measure all that was measured. */
export function trainRequest(data: PageData, trial: PageTrial): TrainRequest {
  const { index, id, replicate, baseSeed, dataDigest } = trial;
  const { configuration } = data.configurations[trial.configuration]!;
  const place = { index, configurationIndex: trial.configuration, prefixId: "" };
  return {
    kind: "train",
    trial: { id, ...place, configuration, replicate, baseSeed, dataDigest },
    metrics: [...new Set(data.metrics.map((name) => requestFor(metricNamed(name))))],
    objective: data.objective,
  };
}
