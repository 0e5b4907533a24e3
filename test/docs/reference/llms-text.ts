import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { ROOT } from "../pages.ts";

const { description, homepage } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as {
  description: string;
  homepage: string;
};
const INDEX = "docs/README.md";

/** Returns the address of a file on the code host: the package has no docs/. */
export function documentationAddress(path: string): string {
  return `${homepage.replace(/#.*/, "")}/blob/main/${path}`;
}

/** Returns llms.txt, the index of the documentation as https://llmstxt.org describes it. */
export function llmsText(): string {
  const [, ...sections] = readFileSync(`${ROOT}${INDEX}`, "utf8").split(/^## /m);
  return `# gridient

> ${description}

AGENTS.md has the loop, the commands, the fields of an experiment, the exit codes and the format of errors on one page.

- [AGENTS.md](${documentationAddress("AGENTS.md")}): for programs that change experiments in a loop

${sections.map(section).join("\n\n")}
`;
}

function section(text: string): string {
  const [heading = ""] = text.split("\n");
  const links = text.split("\n").filter((line) => line.startsWith("- ["));
  const absolute = links.map((line) =>
    line.replaceAll(
      /\]\(([^)]+)\)/g,
      (_, path: string) => `](${documentationAddress(posix.join("docs", path))})`,
    ),
  );
  return [`## ${heading}`, "", ...absolute].join("\n");
}
