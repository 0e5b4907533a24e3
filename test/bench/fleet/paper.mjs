import { plainTable } from "../../../dist/report/terminal/plain-table.js";

const WORKERS = 1000;
const TRIALS = 1e7;
/** Share of one core that Redis may take. */
const MOST_REDIS = 0.5;
const MEGABYTE = 1e6;

/** What limits a large fleet, reckoned from what a small one was measured to cost. */
export function paperText({ trials, batches, fleet, redis }) {
  const perBatch = redis.cpuSeconds / batches;
  const coordinator = fleet.cpuSeconds / trials;
  const bytes = redis.bytesIn / trials;
  const atMost = Math.floor(MOST_REDIS / perBatch);
  const rows = [0.005, 0.1, 1, 10].map((seconds) => {
    const rate = Math.min(WORKERS / seconds, 1 / coordinator);
    const needed = Math.max(1, Math.ceil((WORKERS / seconds) * (perBatch / MOST_REDIS)));
    return [
      String(seconds),
      String(Math.round(WORKERS / seconds)),
      String(needed),
      String(Math.round(rate)),
      rate < WORKERS / seconds ? "coordinator" : "workers",
      (TRIALS / rate / 3600).toFixed(1),
      ((rate * bytes) / MEGABYTE).toFixed(1),
    ];
  });
  const head = [
    "seconds of a trial",
    "trials/s trained",
    "records a batch",
    "trials/s collected",
    "limit",
    "hours in all",
    "MB/s into Redis",
  ];
  return [
    `On paper: ${WORKERS} workers of one thread, ${TRIALS.toExponential(0)} trials; a batch costs Redis ${(1e6 * perBatch).toFixed(0)} us of CPU and`,
    `${(redis.commands / batches).toFixed(0)} commands, a trial the coordinator ${(1e6 * coordinator).toFixed(0)} us and Redis ${bytes.toFixed(0)} bytes in. Half a core of Redis bears ${atMost} batches/s:`,
    `${(WORKERS / atMost).toFixed(2)} s of training a batch for so many workers, hence so many records ("records a batch").`,
    "",
    plainTable([head, ...rows], Array(7).fill("right")),
  ].join("\n");
}
