import { setFlagsFromString } from "node:v8";
import { joinListeners, type SweepListener } from "../../pipeline/listener.ts";
import { paintFor, type Io } from "./io.ts";
import { Progress } from "../../pipeline/progress/progress.ts";
import { glyphsFor } from "./screen-for.ts";
import { ProgressDisplay } from "./progress-display.ts";

/** V8 looks for garbage whenever the heap has grown by so many percent. */
export const SMALL_HEAP = "--heap-growing-percent=40";
/** Fewer trials do not need much memory. */
const MANY_TRIALS = 20_000;

/** What the work receives. */
export interface Followed {
  readonly listener: SweepListener;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Runs work that trains, shows its progress on stderr and cancels it at Ctrl-C. */
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

/** Prints events that a user should know about. */
function reporter(display: ProgressDisplay): SweepListener {
  return {
    onDamagedRecord: (file, reason) => display.print(damageText(file, reason)),
    onOtherVersions: (versions) => {
      const which = `trainer version ${versions.join(", ")}, which this one cannot use`;
      display.print(`note: the store holds records of ${which}; gridient store gc finds them\n`);
    },
    onChangedRecord: ({ id }, difference) => {
      display.print(`error: trial ${id.slice(0, 12)} has another record than before: ${difference}\n`);
    },
    onNotice: (text) => display.print(`note: ${text}\n`),
    onWait: (jobs) => {
      const trials = jobs.reduce((sum, job) => sum + job.trials.length, 0);
      display.print(`waiting: another process is training ${trials} of the trials\n`);
    },
  };
}

/**
 * Returns a listener that makes V8 keep the heap small after half of many trials have ended: the results of 100,000 records
 * would otherwise let it grow to four times their size. Not earlier, because it also slows the threads that train.
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

/** Returns the warning about a damaged record, which counts as missing. */
export function damageText(file: string, reason: string): string {
  return `warning: Ignoring a corrupt record; its trial will be retrained (${reason}: "${file}")\n`;
}

/** Returns the last line of a cancelled sweep. */
export function cancelledText(progress: Progress): string {
  const { trials, done, failed } = progress.state();
  return `cancelled: ${done - failed} of ${trials} trials are stored; run the same command to resume\n`;
}
