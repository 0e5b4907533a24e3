import type { JSX } from "preact";
import type { LiveFailure } from "../../live/live-status.ts";

/** The trials that left no record, and why; nothing where there are none. */
export function Failures({ failures }: { failures: readonly LiveFailure[] }): JSX.Element | null {
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
