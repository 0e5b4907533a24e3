import type { JSX } from "preact";
import type { LiveFailure, LiveStatus } from "../../live/live-status.ts";
import { leftText } from "../../text/quantity-text.ts";
import { LiveCurves } from "./live-curves.tsx";
import type { Live } from "./use-live.ts";
import { type SweepControls, Workers } from "./workers.tsx";

/** How far a sweep is, what each thread does, what waits and what failed; with a button that stops it. */
export function LiveSweep({
  status,
  results,
  connection,
  stop,
  stopTrial,
}: Live & SweepControls & { status: LiveStatus }): JSX.Element {
  const isOpen = connection === "open";
  if (connection === "ended" && status.failures.length === 0)
    return (
      <p class="live ended" role="status">
        {headingOf(status, connection)}: {headlineOf(status, false)}
      </p>
    );
  return (
    <section class="live" aria-labelledby="live">
      <div class="section-head">
        <h2 id="live">{headingOf(status, connection)}</h2>
        {isOpen && (
          <button type="button" disabled={status.isStopping} onClick={stop}>
            Stop the sweep
          </button>
        )}
      </div>
      <progress max={1} value={status.share} aria-label="Share of the work that is done" />
      <p class="headline" role="status">
        {headlineOf(status, isOpen)}
      </p>
      <Failures failures={status.failures} />
      {isOpen && (
        <>
          <Workers status={status} stopTrial={stopTrial} />
          <LiveCurves status={status} results={results} />
        </>
      )}
    </section>
  );
}

function headingOf({ isStopping }: LiveStatus, connection: Live["connection"]): string {
  if (connection === "lost") return "The sweep does not respond; this page shows its last state";
  if (connection === "ended") return isStopping ? "Stopped" : "Ended";
  return isStopping ? "Stopping" : "Training now";
}

function headlineOf(status: LiveStatus, isOpen: boolean): string {
  const { round, done, trials, failed, fleet, secondsLeft, samplesPerSecond, queue } = status;
  const parts = [`${done} of ${trials} trials`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (isOpen && queue.length > 0) parts.push(`${queue.length} waiting`);
  if (isOpen && fleet) parts.push(`${fleet.workers} workers with ${fleet.threads} threads`);
  if (isOpen) parts.push(`${Math.round(samplesPerSecond / 1000)}k samples/s`);
  if (isOpen && secondsLeft !== null) parts.push(leftText(secondsLeft, round));
  return isOpen && round !== "" ? `${round}; ${parts.join(", ")}` : parts.join(", ");
}

/** The trials that left no record, and why; nothing where there are none. */
function Failures({ failures }: { failures: readonly LiveFailure[] }): JSX.Element | null {
  if (failures.length === 0) return null;
  return (
    <ul class="warnings" aria-label="Trials without a record">
      {failures.map(({ trial, label, message }) => (
        <li key={trial}>
          Trial {trial} ({label}) {message}
        </li>
      ))}
    </ul>
  );
}
