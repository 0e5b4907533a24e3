import type { JSX } from "preact";
import type { LiveJob, LiveStatus } from "../../live/live-status.ts";

/** What a reader can ask of a sweep; its next status shows what came of it. */
export interface SweepControls {
  readonly stop: () => void;
  /** Called with the number of the trial. */
  readonly stopTrial: (trial: number) => void;
}

/** What each thread trains, with a button that stops it; and what comes next. */
export function Workers({
  status,
  stopTrial,
}: { status: LiveStatus } & Pick<SweepControls, "stopTrial">): JSX.Element {
  const { workers, queue } = status;
  const more = queue.length - queue.next.length;
  return (
    <>
      <ul class="workers" aria-label="Threads">
        {workers.map(({ slot, where, job }) => (
          <li key={slot}>
            <span class="muted">{where ?? `Thread ${slot + 1}`}</span>
            {job ? (
              <Job {...{ job, stopTrial }} isStopping={status.isStopping} />
            ) : (
              <span class="muted">waits</span>
            )}
          </li>
        ))}
      </ul>
      {queue.next.length > 0 && (
        <p class="muted">
          Next: {queue.next.join("; ")}
          {more > 0 && ` and ${more} more`}
        </p>
      )}
    </>
  );
}

function Job({
  job,
  isStopping,
  stopTrial,
}: { job: LiveJob; isStopping: boolean } & Pick<SweepControls, "stopTrial">): JSX.Element {
  const { trials, label, epoch, epochs } = job;
  const name = `${trials.length > 1 ? "trials" : "trial"} ${trials.join(", ")}`;
  return (
    <>
      <span>
        {name}
        {label && `: ${label}`}
      </span>
      <progress max={epochs} value={epoch} aria-label={`Epochs of ${name}`} />
      <span class="muted">
        epoch {epoch} of {epochs}
      </span>
      <button
        type="button"
        class="quiet"
        disabled={isStopping}
        aria-label={`Stop ${name}`}
        onClick={() => trials.slice(0, 1).forEach(stopTrial)}
      >
        Stop
      </button>
    </>
  );
}
