import { joinListeners, type SweepListener } from "../../pipeline/listener.ts";
import { paintFor, type Io } from "./io.ts";
import { Progress } from "./progress.ts";
import { glyphsFor } from "./screen-for.ts";
import { ProgressDisplay } from "./progress-display.ts";

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
  const display = new ProgressDisplay(progress, io.stderr, {
    paint: paintFor(io.stderr, io.env),
    glyphs: glyphsFor(io.env),
  });
  try {
    const listener = joinListeners([progress, reporter(display), ...listeners]);
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

/** Says that a damaged record counts as missing. */
export function damageText(file: string, reason: string): string {
  return `warning: Cannot use a record as ${reason}: "${file}"; the trial trains again\n`;
}

/** Says what a cancelled sweep leaves. */
export function cancelledText(progress: Progress): string {
  const { trials, done, failed } = progress.state();
  return `cancelled: ${done - failed} of ${trials} trials are stored; the same command goes on from there\n`;
}
