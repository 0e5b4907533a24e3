import type { JSX } from "preact";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import { flatFields } from "../model/flat-fields.ts";

/** The fields in which two trials differ, and, folded, those that they share. */
export function FieldDifferences({
  data,
  pair,
}: {
  data: PageData;
  pair: readonly [PageTrial, PageTrial];
}): JSX.Element {
  const [fields, others] = pair.map((trial) => fieldsOf(data, trial)) as [Fields, Fields];
  const paths = [...new Set([...fields.keys(), ...others.keys()])];
  const isSame = (path: string): boolean => fields.get(path) === others.get(path);
  const shared = paths.filter(isSame);
  return (
    <>
      <h3>What differs</h3>
      <table class="figures differences">
        <thead>
          <tr>
            <th scope="col">field</th>
            {pair.map(({ index }, i) => (
              <th key={index} scope="col">
                <span class={`key pair-${i}`}>trial {index}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {paths
            .filter((path) => !isSame(path))
            .map((path) => (
              <tr key={path}>
                <th scope="row">{path}</th>
                <td>{fields.get(path) ?? "-"}</td>
                <td>{others.get(path) ?? "-"}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <details>
        <summary>{shared.length} fields are the same</summary>
        <dl class="fields">
          {shared.map((path) => (
            <div key={path}>
              <dt>{path}</dt>
              <dd>{fields.get(path)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

type Fields = ReadonlyMap<string, string>;

function fieldsOf({ configurations }: PageData, { configuration, fold, replicate }: PageTrial): Fields {
  return new Map([
    ...flatFields(configurations[configuration]!.configuration),
    ...(fold === undefined ? [] : [["fold", String(fold)] as const]),
    ["replicate", String(replicate)],
  ]);
}
