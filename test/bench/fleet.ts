/**
 * What a fleet costs beside threads of one machine: overhead of a trial, throughput of two workers on this machine, start
 * of a worker to its first trial, and what Redis does for a trial.
 * @module
 */
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { Fleet, type RedisFigures } from "./fleet/fleet-process.ts";
import { paperText } from "./fleet/paper.ts";
import { bySize, type Measurement, type Size } from "./part.ts";
import { tableText } from "./table.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

const REPLICATES = 10;
/** Until idle workers tell of themselves no more often than so many do; then for how long Redis is watched. */
const SETTLE_SECONDS = 25;
const IDLE_SECONDS = 20;
/** Of the short trials, against which all of them tell what one more costs. */
const FEW = 4;
/** The experiment of the goal, repeated until it takes a while; what it expects holds for its own three replicates. */
const LR = readFileSync(new URL("../../experiments/lr.yaml", import.meta.url), "utf8").replace(
  /replicates: 3[^]*/,
  "replicates: 30\n",
);

const LENGTHS: Readonly<Record<Size, Length>> = {
  full: { workers: 2, idle: 1000, wait: 1, trials: 10_000, rounds: 3, lr: LR },
  quick: {
    workers: 2,
    idle: 100,
    wait: 0.25,
    trials: 1000,
    rounds: 1,
    lr: LR.replace("replicates: 30", "replicates: 3"),
  },
  smallest: { workers: 1, idle: 1, wait: 0.01, trials: 80, rounds: 1, lr: shortTrials(20) },
};

interface Length {
  readonly workers: number;
  /** Workers without work, whose part of Redis is measured. */
  readonly idle: number;
  /** Share of the seconds that idle workers are watched. */
  readonly wait: number;
  readonly trials: number;
  readonly rounds: number;
  readonly lr: string;
}

/** Of two workers, or threads, in seconds. */
interface Pair {
  readonly threads: number;
  readonly fleet: number;
}

export interface FleetFigures {
  readonly secondsToFirstTrial: number;
  readonly trials: number;
  readonly idleWorkers: number;
  readonly short: Pair;
  /** Milliseconds of a short trial over a fleet beyond threads. */
  readonly overheadMs: number;
  readonly redis: RedisFigures;
  /** Seconds of CPU that Redis needs for a worker of a large fleet each second, for a batch, and for a trial in it. */
  readonly costs: { readonly worker: number; readonly batch: number; readonly trial: number };
  readonly lr: Pair;
  /** Of one more trial. */
  readonly coordinator: { readonly cpuSeconds: number; readonly bytes: number };
}

export const fleet: Measurement<FleetFigures> = { measure, text };

async function measure(size: Size): Promise<FleetFigures> {
  return inTemporaryFolder(async (folder) => {
    const fleet = await Fleet.start(folder);
    try {
      return await measureFleet(fleet, bySize(size, LENGTHS));
    } finally {
      await fleet.stop();
    }
  });
}

async function measureFleet(
  fleet: Fleet,
  { workers, idle, wait, trials, rounds, lr }: Length,
): Promise<FleetFigures> {
  const pause = () => setTimeout(1000 * IDLE_SECONDS * wait);
  const alone = await fleet.redisWhile(pause);
  const waiting = await fleet.whileIdle(idle, async () => {
    await setTimeout(1000 * SETTLE_SECONDS * wait);
    return fleet.redisWhile(pause);
  });
  const secondsToFirstTrial = await fleet.startWorker();
  for (let i = 1; i < workers; i++) await fleet.startWorker();
  const few = await fleet.redisWhile(pause);
  const fewTrials = await fleet.sweep(shortTrials(trials / FEW), "fleet");
  const byThreads = await fleet.sweep(shortTrials(trials), "threads");
  let byFleet = fewTrials;
  const redis = await fleet.redisWhile(async () => {
    byFleet = await fleet.sweep(shortTrials(trials), "fleet");
  });
  const times: Pair[] = [];
  const lrRedis = await fleet.redisWhile(async () => {
    for (let i = 0; i < rounds; i++) {
      const { seconds } = await fleet.sweep(lr, "fleet");
      times.push({ fleet: seconds, threads: (await fleet.sweep(lr, "threads")).seconds });
    }
  });
  const more = trials - trials / FEW;
  const watched = { alone, waiting, few, short: redis, lr: lrRedis };
  return {
    secondsToFirstTrial,
    trials,
    idleWorkers: idle,
    short: { threads: byThreads.seconds, fleet: byFleet.seconds },
    overheadMs: (1000 * (byFleet.seconds - byThreads.seconds)) / trials,
    redis,
    costs: redisCosts(watched, { idle, trials }),
    lr: {
      threads: Math.min(...times.map(({ threads }) => threads)),
      fleet: Math.min(...times.map(({ fleet }) => fleet)),
    },
    coordinator: {
      cpuSeconds: Math.max(1e-6, byFleet.cpuSeconds - fewTrials.cpuSeconds) / more,
      bytes: Math.max(0, byFleet.peakBytes - fewTrials.peakBytes) / more,
    },
  };
}

function redisCosts(
  watched: Readonly<Record<"alone" | "waiting" | "few" | "lr" | "short", RedisFigures>>,
  { idle, trials }: { readonly idle: number; readonly trials: number },
): FleetFigures["costs"] {
  const { alone, waiting, few, lr, short } = watched;
  const share = ({ cpuSeconds, seconds }: RedisFigures) => cpuSeconds / seconds;
  const worker = Math.max(0, share(waiting) - share(alone)) / idle;
  const second = share(few);
  const batch = (lr.cpuSeconds - second * lr.seconds) / lr.batches;
  const trial = (short.cpuSeconds - second * short.seconds - batch * short.batches) / trials;
  return { worker, batch: Math.max(0, batch), trial: Math.max(0, trial) };
}

/** Trials of about 5 ms where this machine is as fast as most. */
export function shortTrials(trials: number): string {
  return `
dataset: moons
architecture: {hidden: [15]}
eta: {linspace: {from: 0.1, to: 10, count: ${trials / REPLICATES}}}
epochs: 5
replicates: ${REPLICATES}
`;
}

function text(figures: FleetFigures): string {
  const { secondsToFirstTrial, trials, idleWorkers, short, overheadMs, redis, costs, coordinator, lr } =
    figures;
  return [
    tableText([
      ["from a worker's start to its first trial", secondsToFirstTrial.toFixed(2), "s"],
      [`${trials} short trials with 2 threads`, short.threads.toFixed(1), "s"],
      [`the same with 2 workers, in ${redis.batches} batches`, short.fleet.toFixed(1), "s"],
      ["overhead of a trial", overheadMs, "ms"],
      ["CPU of the coordinator one more trial", (1000 * coordinator.cpuSeconds).toFixed(2), "ms"],
      ["memory of the coordinator one more trial", (coordinator.bytes / 1000).toFixed(1), "kB"],
      [`CPU of Redis a worker, of ${idleWorkers}, and second`, (1e6 * costs.worker).toFixed(0), "us"],
      ["CPU of Redis a batch", (1e6 * costs.batch).toFixed(0), "us"],
      ["CPU of Redis a trial in it", (1e6 * costs.trial).toFixed(0), "us"],
      ["commands of Redis a batch", (redis.commands / redis.batches).toFixed(1), ""],
      ["bytes into Redis a trial", redis.bytesIn / trials, ""],
      ["bytes out of Redis a trial", redis.bytesOut / trials, ""],
      ["lr.yaml repeated, with 2 threads", lr.threads.toFixed(1), "s"],
      ["the same with 2 workers", lr.fleet.toFixed(1), "s"],
      ["throughput of the fleet", (lr.threads / lr.fleet).toFixed(2), "x"],
    ]),
    "",
    paperText(figures),
  ].join("\n");
}
