type Row = readonly [name: string, what: string];

/** What a sweep writes below results/NAME/, in the order of the page, and whether it is committed. */
export const FILES: readonly (readonly [file: string, what: string, isCommitted: string])[] = [
  ["summary.md", "the answer, the leaderboard, effects of the axes, plots, warnings", "yes"],
  ["plots/*.svg", "the plots of the summary, for light and dark pages", "yes"],
  ["trials.csv", "one row for each trial, with the metrics at its last epoch", "yes"],
  [
    "epochs.csv",
    "one row for each trial and epoch; epoch 0 is the untrained network",
    "up to 5 MB; above, git ignores it",
  ],
  ["confirm.csv", "the fresh replicates of `report.confirm`, with the columns of `trials.csv`", "yes"],
  [
    "summary.json",
    "the same as data, described by [summary.schema.json](../../schemas/summary.schema.json)",
    "yes",
  ],
  [
    "timings.csv",
    "how long each trial took, and where: one row for each trial that the last run trained",
    "no",
  ],
  ["report.html", "one interactive page with everything; it needs no network", "as you like; git ignores it"],
];

/** The columns of trials.csv that every experiment has, and `fold`; axes follow `replicate`, metrics are last. */
export const TRIAL_COLUMNS: readonly Row[] = [
  ["trial", "number of the trial, in the order of the plan"],
  ["id", "trial id"],
  ["configuration", "number of the configuration"],
  ["fold", "number of the fold, from 1; only with `folds`"],
  ["replicate", "number of the replicate, from 0"],
  [
    "status",
    "`completed`, `stopped` (early stopping or a target), `diverged`; without a result `failed`, `timeout` or `cancelled`",
  ],
  ["divergedEpoch", "the epoch in which the trial diverged"],
  ["bestEpoch", "the earliest epoch with the best value of the objective's metric"],
];

export const EPOCH_COLUMNS: readonly Row[] = [["epoch", "number of the epoch; 0 is before training"]];

export const TIMING_COLUMNS: readonly Row[] = [
  ["trial", "number of the trial"],
  ["id", "trial id"],
  ["status", "as in `trials.csv`"],
  ["seconds", "duration of the training"],
  ["worker", "number of the thread"],
  ["host", "name of the machine"],
];

/** Returns docs/reference/files.md. */
export function filesPage(): string {
  return `# Files

## \`results/NAME/\`

NAME is the path of the experiment below \`experiments/\`, without the extension; elsewhere, the name of the file.

| file | what | commit it |
| --- | --- | --- |
${FILES.map(([file, what, isCommitted]) => `| \`${file}\` | ${what} | ${isCommitted} |`).join("\n")}

The folder is replaced in one step at the end of a sweep. Files of yours in it are kept. All tables are UTF-8 with LF. Numbers have the shortest form that
reads back to the same value, lists are JSON (\`[30,30]\`), and a cell without a value is empty. Text that a spreadsheet would read as a formula has one
more apostrophe in front.

### \`trials.csv\`

${table(TRIAL_COLUMNS)}

After \`replicate\` there is one column for each axis, named by its dotted path (a zip group or \`variant\` by its name). The [metrics](metrics.md) are last.

### \`epochs.csv\`

The columns of \`trials.csv\` up to the axes, then:

${table(EPOCH_COLUMNS)}

and the metrics.

### \`timings.csv\`

${table(TIMING_COLUMNS)}

## Elsewhere

| path | what | commit it |
| --- | --- | --- |
| \`results/.store/\` | records of finished trials, and the weights that \`run.keep\` or the plots need; [record.schema.json](../../schemas/record.schema.json) | no |
| \`--out FILE\` of \`export-model\`, and \`FILE.card.md\` beside it | a model ([model.schema.json](../../schemas/model.schema.json)) and its card | as you like |
| the user's cache folder | downloaded and generated data sets, data sent to a fleet's worker, and the speed of the machine, measured by \`plan\` | no |
`;
}

function table(rows: readonly Row[]): string {
  return [
    "| column | what |",
    "| --- | --- |",
    ...rows.map(([name, what]) => `| \`${name}\` | ${what} |`),
  ].join("\n");
}
