import { setFlagsFromString } from "node:v8";
import { joinListeners, type SweepListener } from "../../pipeline/listener.ts";
import { paintFor, type Io } from "./io.ts";
import { Progress } from "./progress.ts";
import { glyphsFor } from "./screen-for.ts";
import { ProgressDisplay } from "./progress-display.ts";

/** V8 looks for garbage whenever the heap has grown by so many percent. */
export const SMALL_HEAP = "--heap-growing-percent=40";
/** Fewer trials leave no heap that anybody would notice. */
const MANY_TRIALS = 20_000;

/** What work that is followed is handed. */
export interface Followed {
  readonly listener: SweepListener;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Does work that trains: shows its progress on stderr, and cancels it at Ctrl-C. */
export async function follow<Result>(
  io: Io,
  listeners: readonly SweepListener[],
  work: (followed: Followed) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const stopListening = io.onInterrupt(() => controller.abort());
  const progress = new Progress(io.now);
  const look = { paint: paintFor(io.stderr, io.env), glyphs: glyphsFor(io.env) };
  const display = new ProgressDisplay(progress, io.stderr, look, !io.isQuiet);
  try {
    const listener = joinListeners([progress, reporter(display), memorySaver(), ...listeners]);
    return await work({ listener, signal: controller.signal, progress });
  } finally {
    display.stop();
    stopListening();
  }
}

/** Tells what a user would wonder about. */
function reporter(display: ProgressDisplay): SweepListener {
  return {
    onDamagedRecord: (file, reason) => display.tell(damageText(file, reason)),
    onOtherVersions: (versions) => {
      const which = `trainer version ${versions.join(", ")}, which this one cannot use`;
      display.tell(`note: the store holds records of ${which}; gridient store gc finds them\n`);
    },
    onChangedRecord: ({ id }, difference) => {
      display.tell(`error: trial ${id.slice(0, 12)} trained to another record than before: ${difference}\n`);
    },
    onNotice: (text) => display.tell(`note: ${text}\n`),
    onWait: (jobs) => {
      const trials = jobs.reduce((sum, job) => sum + job.trials.length, 0);
      display.tell(`waiting: another process is training ${trials} of the trials\n`);
    },
  };
}

/**
 * Returns a listener that has V8 keep the heap small once half of many trials have ended: while results are made of 100,000
 * records, it would let it grow to four times what these take. Not before, as the threads that train pay for it, too.
 */
function memorySaver(): SweepListener {
  let left = 0;
  let half = 0;
  const note = (ended: number): void => {
    const wasMore = left > half;
    left -= ended;
    if (wasMore && left <= half) setFlagsFromString(SMALL_HEAP);
  };
  return {
    onPlan: ({ trials }, stored) => {
      if (trials.length <= MANY_TRIALS) return;
      [left, half] = [trials.length, trials.length / 2];
      note(stored);
    },
    onTrialEnd: () => note(1),
    onTrialFound: () => note(1),
  };
}

/** Says that a damaged record counts as missing. */
export function damageText(file: string, reason: string): string {
  return `warning: Cannot use a record as ${reason}: "${file}"; the trial trains again\n`;
}

/** Says what a cancelled sweep leaves. */
export function cancelledText(progress: Progress): string {
  const { trials, done, failed } = progress.state();
  return `cancelled: ${done - failed} of ${trials} trials are stored; the same command goes on from there\n`;
}
