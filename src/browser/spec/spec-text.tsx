import type { JSX } from "preact";
import type { PageSpec } from "../../report/page/page-data.ts";
import { counted } from "../../text/counted.ts";
import { yamlParts } from "./yaml-parts.ts";

/** The experiment file as it was when the results were made, folded. */
export function SpecText({ file, lines, set }: PageSpec): JSX.Element {
  return (
    <section aria-labelledby="spec">
      <h2 id="spec">The experiment file</h2>
      <details class="spec">
        <summary>
          {file}, {counted(lines.length, "line")}
        </summary>
        <pre tabIndex={0} aria-label={file}>
          <code>
            {lines.map((line, i) => (
              <span key={i} class="line-of-file">
                {yamlParts(line).map(({ look, text }, at) =>
                  look === "plain" ? (
                    text
                  ) : (
                    <span key={at} class={`yaml-${look}`}>
                      {text}
                    </span>
                  ),
                )}
                {"\n"}
              </span>
            ))}
          </code>
        </pre>
      </details>
      {set.length > 0 && (
        <p class="muted">
          Changed on the command line: <code>{set.join(" ")}</code>
        </p>
      )}
    </section>
  );
}
