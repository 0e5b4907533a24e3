/**
 * `npm run bench:fleet`: what a fleet costs beside threads of one machine. Overhead of a trial, throughput of two workers
 * on this machine, start of a worker to its first trial, and what Redis does for a trial. Needs a Redis server.
 * @module
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { plainTable } from "../../dist/report/terminal/plain-table.js";
import { startFleet } from "./fleet/fleet-process.mjs";
import { paperText } from "./fleet/paper.mjs";
import { describeMachine } from "./machine.mjs";
import { readOptions, writeJson } from "./options.mjs";
import { inTemporaryFolder } from "./temporary-folder.mjs";

const { quick, json } = readOptions("fleet");
if (spawnSync("redis-server", ["--version"]).status !== 0) {
  console.log("skipped: no Redis is installed (apt-get install redis-server)");
  process.exit();
}

const WORKERS = 2;
/** Workers without work, whose part of Redis is measured. */
const IDLE_WORKERS = quick ? 100 : 1000;
/** Until they tell of themselves no more often than so many do. */
const SETTLE_SECONDS = 25;
const IDLE_SECONDS = 20;
/** Trials of about 5 ms where this machine is as fast as most. */
const TRIALS = quick ? 1000 : 10_000;
const shortTrials = (trials) => `
dataset: moons
architecture: {hidden: [15]}
eta: {linspace: {from: 0.1, to: 10, count: ${trials / 10}}}
epochs: 5
replicates: 10
`;
/** Of them, against which all of them tell what one more costs. */
const FEW = TRIALS / 4;
/** The experiment of the goal, repeated until it takes a while; what it expects holds for its own three replicates. */
const LR = readFileSync(new URL("../../experiments/lr.yaml", import.meta.url), "utf8").replace(
  /replicates: 3[^]*/,
  "replicates: 30\n",
);

const figures = await inTemporaryFolder(async (folder) => {
  const fleet = await startFleet(folder);
  try {
    const pause = () => setTimeout(1000 * IDLE_SECONDS);
    const alone = await fleet.redisWhile(pause);
    const idle = await fleet.whileIdle(IDLE_WORKERS, async () => {
      await setTimeout(1000 * SETTLE_SECONDS);
      return fleet.redisWhile(pause);
    });
    const started = await fleet.startWorker();
    for (let i = 1; i < WORKERS; i++) await fleet.startWorker();
    const few = await fleet.redisWhile(pause);
    const fewTrials = fleet.sweep(shortTrials(FEW), true);
    const short = { threads: fleet.sweep(shortTrials(TRIALS)) };
    const shortRedis = await fleet.redisWhile(() => (short.fleet = fleet.sweep(shortTrials(TRIALS), true)));
    const ofOneMore = (figure) => Math.max(0, short.fleet[figure] - fewTrials[figure]) / (TRIALS - FEW);
    const rounds = [];
    const lrRedis = await fleet.redisWhile(() => {
      for (let i = 0; i < (quick ? 1 : 3); i++) rounds.push([fleet.sweep(LR, true), fleet.sweep(LR)]);
    });
    const best = (i) => Math.min(...rounds.map((round) => round[i].seconds));
    return {
      secondsToFirstTrial: started,
      trials: TRIALS,
      ...short,
      redis: shortRedis,
      costs: redisCosts({ alone, idle, few, lr: lrRedis, short: shortRedis }),
      lr: { threads: best(1), fleet: best(0) },
      overheadMs: (1000 * (short.fleet.seconds - short.threads.seconds)) / TRIALS,
      throughput: best(1) / best(0),
      coordinator: { cpuSeconds: ofOneMore("cpuSeconds"), bytes: ofOneMore("peakBytes") },
    };
  } finally {
    await fleet.stop();
  }
});
console.log(figuresText(figures));
console.log(`\n${paperText(figures)}`);
writeJson(json, { part: "fleet", machine: describeMachine(), ...figures });

/** Seconds of CPU that Redis needs for a worker of a large fleet each second, for a batch, and for a trial in it. */
function redisCosts({ alone, idle, few, lr, short }) {
  const share = ({ cpuSeconds, seconds }) => cpuSeconds / seconds;
  const worker = Math.max(0, share(idle) - share(alone)) / IDLE_WORKERS;
  const second = share(few);
  const batch = (lr.cpuSeconds - second * lr.seconds) / lr.batches;
  const trial = (short.cpuSeconds - second * short.seconds - batch * short.batches) / TRIALS;
  return { worker, batch: Math.max(0, batch), trial: Math.max(0, trial) };
}

function figuresText({ trials, threads, fleet, redis, costs, coordinator, lr, ...figures }) {
  const perTrial = (number, factor = 1) => ((factor * number) / trials).toPrecision(3);
  const rows = [
    ["from a worker's start to its first trial", figures.secondsToFirstTrial.toFixed(2), "s"],
    [`${trials} short trials with 2 threads`, threads.seconds.toFixed(1), "s"],
    [`the same with 2 workers, in ${redis.batches} batches`, fleet.seconds.toFixed(1), "s"],
    ["overhead of a trial", figures.overheadMs.toPrecision(3), "ms"],
    ["CPU of the coordinator one more trial", (1000 * coordinator.cpuSeconds).toFixed(2), "ms"],
    ["memory of the coordinator one more trial", (coordinator.bytes / 1000).toFixed(1), "kB"],
    [`CPU of Redis a worker, of ${IDLE_WORKERS}, and second`, (1e6 * costs.worker).toFixed(0), "us"],
    ["CPU of Redis a batch", (1e6 * costs.batch).toFixed(0), "us"],
    ["CPU of Redis a trial in it", (1e6 * costs.trial).toFixed(0), "us"],
    ["commands of Redis a batch", (redis.commands / redis.batches).toFixed(1), ""],
    ["bytes into Redis a trial", perTrial(redis.bytesIn), ""],
    ["bytes out of Redis a trial", perTrial(redis.bytesOut), ""],
    ["lr.yaml, thirty replicates, with 2 threads", lr.threads.toFixed(1), "s"],
    ["the same with 2 workers", lr.fleet.toFixed(1), "s"],
    ["throughput of the fleet", figures.throughput.toFixed(2), "x"],
  ];
  return plainTable(rows, ["left", "right", "left"]);
}
