import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { PageData, PagePicture } from "../../report/page/page-data.ts";

/** The pictures of some sections of the report, each section below its heading. */
export function Pictures({
  pictures,
  sections,
}: {
  pictures: PageData["pictures"];
  sections: readonly PagePicture["section"][];
}): JSX.Element {
  return (
    <>
      {sections.map((section) => {
        const shown = pictures.filter((picture) => picture.section === section);
        return shown.length > 0 && <Section key={section} name={section} pictures={shown} />;
      })}
    </>
  );
}

function Section({ name, pictures }: { name: string; pictures: readonly PagePicture[] }): JSX.Element {
  const id = name.replaceAll(/\W+/g, "-").toLowerCase();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <div class="pictures">
        {pictures.map((picture) => (
          <Picture key={picture.name} {...picture} />
        ))}
      </div>
    </section>
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
