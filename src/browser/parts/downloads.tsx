import type { JSX } from "preact";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import { CopyButton } from "./copy-button.tsx";
import { saveFile } from "./save-file.ts";

/** How to reproduce the results, and downloads of the full numbers. */
export function Downloads({ data, shown }: { data: PageData; shown: readonly PageTrial[] }): JSX.Element {
  return (
    <footer>
      <h2>How to reproduce</h2>
      <CopyButton text={data.command} label="Copy the command" />
      {data.playground !== undefined && (
        <p>
          To change something and train again in a browser,{" "}
          <a href={data.playground}>open it in the playground</a>.
        </p>
      )}
      <p class="muted">
        Trainer version {data.trainerVersion}
        {data.datasets.map(({ name, digest }) => (
          <span key={digest}>
            {" · "}
            {name} <code>{digest.slice(0, 12)}</code>
          </span>
        ))}
        {data.versions?.map(({ command, output }) => (
          <span key={command}>
            {" · "}
            <code>{command}</code> {output}
          </span>
        ))}
      </p>
      <p>
        <button
          type="button"
          class="quiet"
          onClick={() => saveFile(`${data.name}.json`, trialsJson(data, shown), "application/json")}
        >
          Download the {shown.length} shown trials with every epoch (JSON)
        </button>
      </p>
    </footer>
  );
}

/** Returns trials with their configurations and every number of every epoch as JSON. */
function trialsJson({ name, configurations }: PageData, trials: readonly PageTrial[]): string {
  const whole = trials.map((trial) => ({
    ...trial,
    configuration: configurations[trial.configuration]!.configuration,
  }));
  return JSON.stringify({ name, trials: whole }, null, 1);
}
