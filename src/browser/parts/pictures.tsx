import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { PageData, PagePicture, PageTable } from "../../report/page/page-data.ts";

/** The pictures of some sections of the report, each section below its heading, with a table where there is one. */
export function Pictures({
  pictures,
  sections,
  table,
}: {
  pictures: PageData["pictures"];
  sections: readonly PagePicture["section"][];
  table?: PageTable | undefined;
}): JSX.Element {
  return (
    <>
      {sections.map((section) => {
        const shown = pictures.filter((picture) => picture.section === section);
        return (
          (shown.length > 0 || table) && (
            <Section key={section} name={section} pictures={shown} table={table} />
          )
        );
      })}
    </>
  );
}

function Section({
  name,
  pictures,
  table,
}: {
  name: string;
  pictures: readonly PagePicture[];
  table: PageTable | undefined;
}): JSX.Element {
  const id = name.replaceAll(/\W+/g, "-").toLowerCase();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <div class="pictures">
        {pictures.map((picture) => (
          <Picture key={picture.name} {...picture} />
        ))}
      </div>
      {table && <Table {...table} />}
    </section>
  );
}

function Table({ headings, rows, note }: PageTable): JSX.Element {
  return (
    <>
      <div class="scroll rounds">
        <table class="figures">
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col" class="number">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, i) => (
              <tr key={i}>
                {cells.map((cell, column) => (
                  <td key={column} class="number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note !== "" && <p>{note}</p>}
    </>
  );
}

/** An image, not markup: it cannot run anything, and can be saved as it is. */
function Picture({ svg, alt, caption }: PagePicture): JSX.Element {
  const source = useMemo(() => `data:image/svg+xml,${encodeURIComponent(svg)}`, [svg]);
  const [, width, height] = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return (
    <figure class="picture">
      <div class="scroll" tabIndex={0} role="group" aria-label={alt}>
        <img src={source} alt={alt} width={width} height={height} decoding="async" />
      </div>
      <figcaption>{caption}.</figcaption>
    </figure>
  );
}
