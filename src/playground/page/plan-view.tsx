import type { JSX } from "preact";
import { counted } from "../../text/counted.ts";
import { durationText } from "../../text/quantity-text.ts";
import type { Checked, PlanFacts } from "../messages.ts";

/** What a spec would train, or why it cannot. */
export function PlanView({ checked }: { checked: Checked | undefined }): JSX.Element {
  if (!checked) return <p class="plan muted">Loading the trainer</p>;
  if (checked.status === "refused")
    return <p class="plan bad">{counted(checked.problems.length, "problem")}; see below the editor</p>;
  const { plan } = checked;
  return (
    <div class="plan">
      <p>{planText(plan)}</p>
      {plan.axes.length > 0 && (
        <ul class="axes" aria-label="What varies">
          {plan.axes.map(({ path, values }) => (
            <li key={path}>
              <code>{path}</code> <span class="muted">{values.map(valueText).join(", ")}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Returns the plan in a sentence: what is trained, how long it takes, how large the network is. */
function planText(plan: PlanFacts): string {
  const { configurations, replicates, trials, stored, workers, estimatedSeconds, parameters } = plan;
  const isProduct = configurations * replicates === trials; // not with folds, or in a race
  const product = isProduct ? ` × ${counted(replicates, "replicate")} =` : ",";
  const left = trials - stored;
  const parts = [`${counted(configurations, "configuration")}${product} ${counted(trials, "trial")}`];
  if (stored > 0) parts.push(left === 0 ? "all stored in this browser" : `${stored} stored in this browser`);
  if (left > 0 && estimatedSeconds !== null)
    parts.push(`about ${durationText(Math.max(1, estimatedSeconds))} on ${counted(workers, "worker")}`);
  if (parameters > 0) parts.push(`${counted(parameters, "parameter")} at most`);
  return parts.join("; ");
}

function valueText(value: PlanFacts["axes"][number]["values"][number]): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
