import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { plainTable } from "../../src/terminal/plain-table.ts";
import { shownText } from "../../src/results/setting-text.ts";
import { isPart } from "../../src/spec/check-part.ts";
import { FIELDS } from "../../src/fields/kinds.ts";
import { nameOf } from "../../src/fields/field-path.ts";
import { readExperiment } from "../support/read-experiment.ts";
import { columnsOf } from "../../src/spec/sweep.ts";
import { fieldAt } from "../../src/trials/expand-grid.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { pointValues } from "../../src/trials/point-values.ts";
import { gridient } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";
import { pageAt } from "./pages.ts";

const page = pageAt("docs/reference/grids.md").text;

/** The files that the page shows, each with the configurations that it says it comes to. */
const files = [...page.matchAll(/```yaml\n# (\S+\.yaml)\n([\s\S]*?)```\n(?:\n```text\n([\s\S]*?)```)?/g)].map(
  ([, name, text, configurations]) => ({ name: name!, text: text!, configurations }),
);

/** The commands that the page shows, each with what it says they print. */
const commands = [...page.matchAll(/^\$ npx gridient (.*)\n((?:(?!\$|```).*\n)*)/gm)].map(
  ([, line, output]) => ({
    line: line!,
    output: output!.trimEnd(),
  }),
);

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  for (const { name, text } of files) await writeFile(join(folder, name), text);
});

describe("docs/reference/grids.md", () => {
  it.each(files.filter(({ name }) => !isPart(name)))(
    "says what $name comes to",
    ({ name, text, configurations }) => {
      const { experiment, problems } = readExperiment(text, join(folder, name), { limit: 10_000 });
      expect(problems).toEqual([]);
      const [header = ""] = configurations!.split("\n");
      const names = header.split(/ +/);
      const columns = columnsOf(experiment!);
      expect(names).toEqual(expect.arrayContaining(columns.map(({ path }) => nameOf(path))));
      const rows = planTrials(experiment!).configurations.map((point) => {
        const values = pointValues(point, columns);
        return names.map((name) => {
          const column = columns.findIndex(({ path }) => nameOf(path) === name);
          const field = [...FIELDS.keys()].find((path) => nameOf(path) === name)!;
          return shownText(column < 0 ? fieldAt(point.configuration, field) : values[column]!);
        });
      });
      expect(
        `${plainTable(
          [names, ...rows],
          names.map(() => "left"),
        )}\n`,
      ).toBe(configurations);
    },
  );

  it("says what its commands print", async () => {
    expect(commands.length).toBeGreaterThan(1);
    for (const { line, output } of commands) {
      const { exitCode, stdout, stderr } = await gridient(folder, line.split(" "));
      expect({ line, exitCode, output: stdout, stderr }).toEqual({ line, exitCode: 0, output, stderr: "" });
    }
  });
});
