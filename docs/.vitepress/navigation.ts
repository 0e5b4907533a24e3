/**
 * The navigation of the site is docs/README.md: its headings are sections, its lists are the links in them.
 * @module
 */
import { addressOf, linkTo, targetOf, textOf } from "./pages.ts";

/** An entry of the side bar, as VitePress takes it. */
export interface Entry {
  readonly text: string;
  readonly link?: string;
  readonly collapsed?: boolean;
  readonly items?: readonly Entry[];
}

const INDEX = "docs/README.md";

/** Returns the side bar: what docs/README.md lists, and the results of experiments by their names. */
export function sideBar(experiments: readonly string[]): Entry[] {
  const sections = textOf(INDEX).split(/^## /m).slice(1).map(sectionOf);
  const results = experiments.map((name) => ({ text: name, link: `/results/${name}` }));
  return [...sections, { text: "Results", collapsed: true, items: results }];
}

/** Returns a section: its links, those below a line of text as a group of that name. */
function sectionOf(text: string): Entry {
  const [heading = "", ...lines] = text.split("\n");
  const loose: Entry[] = [];
  const groups: { text: string; items: Entry[] }[] = [];
  for (const line of lines) {
    const [, title, link] = /^- \[(.+?)\]\((.+?)\)/.exec(line) ?? [];
    if (title !== undefined && link !== undefined) (groups.at(-1)?.items ?? loose).push(entryOf(title, link));
    else if (/^\w[\w ]*$/.test(line)) groups.push({ text: line, items: [] });
  }
  const collapsible = groups.map((group) => Object.assign(group, { collapsed: true }));
  return { text: heading.split(":")[0] ?? "", collapsed: false, items: [...loose, ...collapsible] };
}

function entryOf(text: string, link: string): Entry {
  const target = targetOf(INDEX, link);
  const address = target && addressOf(target.file);
  if (address === undefined) throw new Error(`${INDEX} lists what is no page of the site: ${link}`);
  return { text: text.replaceAll("`", ""), link: linkTo(address) };
}
