import type { JSX } from "preact";
import type { PageData, PageExpectation } from "../../report/page/page-data.ts";

/** What is not certain, the warnings and the expectations, each where there are any. */
export function Findings({ answer: { uncertain = [] }, expectations, warnings }: PageData): JSX.Element {
  return (
    <>
      <Sentences id="uncertain" heading="What is not certain" sentences={uncertain} />
      <Sentences id="warnings" heading="Warnings" sentences={warnings} />
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
    </>
  );
}

function Sentences({
  id,
  heading,
  sentences,
}: {
  id: string;
  heading: string;
  sentences: readonly string[];
}): JSX.Element | null {
  if (sentences.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul class={id}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
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
