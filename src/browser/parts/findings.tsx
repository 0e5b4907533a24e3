import type { JSX } from "preact";
import type { PageData, PageExpectation } from "../../report/page/page-data.ts";

/** What the experiment must show, and what there is to beware of; nothing where there is neither. */
export function Findings({ expectations, warnings }: PageData): JSX.Element {
  return (
    <>
      {expectations.length > 0 && (
        <section aria-labelledby="expectations">
          <h2 id="expectations">What this experiment must show</h2>
          <ul class="cards">
            {expectations.map((expectation) => (
              <Expectation key={expectation.expected} {...expectation} />
            ))}
          </ul>
        </section>
      )}
      {warnings.length > 0 && (
        <section aria-labelledby="warnings">
          <h2 id="warnings">Warnings</h2>
          <ul class="warnings">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Expectation({ lesson, expected, found, holds }: PageExpectation): JSX.Element {
  const [look, verdict] =
    holds === undefined ? ["", "Not judged"] : holds ? ["good", "Holds"] : ["bad", "Does not hold"];
  return (
    <li class="card">
      <span class={`badge ${look}`}>{verdict}</span>
      {lesson !== "" && <p class="lesson">{lesson}</p>}
      <p>
        <span class="muted">Expected:</span> {expected}
      </p>
      <p>
        <span class="muted">Found:</span> {found}
      </p>
    </li>
  );
}
