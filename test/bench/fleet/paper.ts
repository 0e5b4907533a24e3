import { tableText } from "../table.ts";
import type { FleetFigures } from "../fleet.ts";

const WORKERS = 1000;
const TRIALS = 1e7;
/** Share of one core that Redis may take. */
const MOST_REDIS = 0.5;
/** See batch-jobs.ts. */
const MOST_BATCH_SECONDS = 2;
const SECONDS_OF_A_TRIAL = [0.005, 0.1, 1, 10];

/** What limits a large fleet, reckoned from what a small one was measured to cost. */
export function paperText({ trials, redis, costs, coordinator }: FleetFigures): string {
  const bytes = redis.bytesIn / trials;
  const rows = SECONDS_OF_A_TRIAL.map((seconds) => {
    const rate = Math.min(WORKERS / seconds, 1 / coordinator.cpuSeconds);
    const left = MOST_REDIS - WORKERS * costs.worker - rate * costs.trial;
    return [
      String(seconds),
      Math.round(rate),
      rate < WORKERS / seconds ? "coordinator" : "workers",
      left > 0 ? Math.max(1, Math.ceil((rate * costs.batch) / left)) : "too many trials",
      ((redis.commands / redis.batches) * rate).toFixed(0),
      ((bytes * rate) / 1e6).toFixed(1),
      (TRIALS / rate / 3600).toFixed(1),
    ];
  });
  const head = [
    "seconds of a trial",
    "trials/s",
    "limited by the",
    "least records a batch",
    "commands/s with one",
    "MB/s in",
    "hours",
  ];
  return [
    `On paper: ${WORKERS} workers of one thread, ${TRIALS} trials, Redis below ${100 * MOST_REDIS} % of one core. A trial costs the`,
    `coordinator ${(1e6 * coordinator.cpuSeconds).toFixed(0)} us of CPU, its part of the tables and the report included, and ${bytes.toFixed(0)} bytes to read.`,
    `All of them in one sweep would take ${((TRIALS * coordinator.bytes) / 1e9).toFixed(0)} GB of its memory: divide them among several, each with its own coordinator.`,
    `Workers ask for ${WORKERS / MOST_BATCH_SECONDS} batches a second, once a sweep is long enough for the largest, of ${MOST_BATCH_SECONDS} s.`,
    "",
    tableText([head, ...rows]),
  ].join("\n");
}
