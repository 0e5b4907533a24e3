import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { durationText } from "../../text/quantity-text.ts";
import type { Checked, PlanFacts } from "../messages.ts";

/** A longer sweep needs a second press: a link may ask for hours. */
const LONG_SECONDS = 120;

/** Returns whether the page asks before it trains a plan. */
export function isLong({ estimatedSeconds, stored, trials }: PlanFacts): boolean {
  return stored < trials && estimatedSeconds !== null && estimatedSeconds > LONG_SECONDS;
}

/** What the button does, as far as the plan says. */
function runWord({ stored, trials }: PlanFacts): string {
  if (stored === 0) return "Run";
  return stored < trials ? "Continue" : "Show the results";
}

/** The button that trains; of a long sweep it asks first. */
export function RunBar({
  checked,
  isTraining,
  isAsked,
  onRun,
  onStop,
  onCancel,
}: {
  checked: Checked | undefined;
  isTraining: boolean;
  /** Whether it has asked. */
  isAsked: boolean;
  onRun: () => void;
  onStop: () => void;
  onCancel: () => void;
}): JSX.Element {
  const plan = checked?.status === "planned" ? checked.plan : undefined;
  if (isTraining) return <StopButton onStop={onStop} />;
  if (isAsked && plan)
    return (
      <div class="ask" role="alert">
        <p>This sweep takes about {durationText(plan.estimatedSeconds ?? 0)}. Train it in this tab?</p>
        <button type="button" class="primary" onClick={onRun}>
          Train it
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    );
  return (
    <button type="button" class="primary" disabled={!plan} title="Ctrl+Enter" onClick={onRun}>
      {plan ? runWord(plan) : "Run"}
    </button>
  );
}

/** The sweep ends when its workers have heard of it. */
function StopButton({ onStop }: { onStop: () => void }): JSX.Element {
  const [isPressed, setIsPressed] = useState(false);
  const stop = (): void => {
    setIsPressed(true);
    onStop();
  };
  return (
    <button type="button" class="primary" disabled={isPressed} onClick={stop}>
      {isPressed ? "Stopping" : "Stop"}
    </button>
  );
}
