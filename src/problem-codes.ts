/**
 * The kinds of mistakes in experiments and in the files that they read. Codes are an interface: programs distinguish
 * mistakes by them, so a code keeps its meaning and messages may be reworded.
 * @module
 */

/** Every code, and what it means. */
export const PROBLEM_CODES = {
  // Files
  "file-not-found": "There is no such file or folder.",
  "unreadable-file": "The file cannot be opened, or is a folder or a device.",
  "wrong-format": "The file has another format than expected, such as an image where an experiment is read.",
  "damaged-file": "The file has the right format, but its contents are damaged or incomplete.",
  "not-text": "The file is not UTF-8 text.",
  "empty-file": "The file contains no experiment.",
  "too-large": "The spec is too large: bytes, levels of nesting, repeated aliases, or files that it extends.",
  "outside-repository": "A path leads out of the repository, or out of the experiment's folder.",
  "unlisted-file": "A program uses a file that is not among those that identify its trials.",
  "failed-command": "A command that prints a version failed, or printed nothing.",
  "shared-results-folder": "Two experiments would write their results into the same folder.",
  // YAML
  "yaml-syntax": "The text is not valid YAML, or uses brackets, commas or comments of another language.",
  "unsupported-yaml": "The text is YAML that specs do not use, such as a directive or a second document.",
  "duplicate-key": "A map has the same key twice.",
  "bad-alias": "An alias has no anchor before it.",
  // Composition
  "bad-setting": "An argument of --set is not path=value, or sets what only a file may set.",
  "bad-reference": "A reference ${...} does not lead to a field with one value.",
  "extends-cycle": "A file extends itself, directly or by way of others.",
  // Keys and values
  "unknown-key": "A map has a key that is not allowed there.",
  "missing-key": "A required key is missing.",
  "wrong-value": "A value is not one that its field allows.",
  "repeated-value": "An axis lists the same value twice; it is used once.",
  "foreign-field":
    "A field belongs to another kind of experiment, or an option to another optimizer, schedule, data set or function.",
  "bad-name": "A name is not a word, or is already taken.",
  "wrong-length": "A list is shorter or longer than what it belongs to.",
  "bad-expression": "A formula cannot be read, or has no variable.",
  // The grid
  "misplaced-axis": "A field has several values where only one is allowed.",
  "swept-twice": "A field is swept by two rules or axes.",
  "incomplete-configuration": "A variant or an included configuration has no value for a required field.",
  "grid-too-large": "The grid has more configurations, or more rules to apply to them, than allowed.",
  "empty-grid": "The rules of the grid leave no configuration.",
  "matches-nothing": "A rule or a pattern matches no configuration.",
  "changes-nothing": "An axis or a rule makes no difference to any trial.",
  "needs-search": "An axis has a distribution, and no search draws from it.",
  "needs-distribution": "A search has no axis with a distribution to draw from.",
  "search-options": "An option of a search does not fit its method, its configurations or its budget.",
  "search-too-large":
    "A search has more axes than its method allows, or its space fewer configurations than it wants.",
  "repeated-configuration": "Two configurations, or two variants, train the same trials.",
  // Training
  "needs-classes": "A setting needs classes, and the data set has numbers to predict.",
  "output-cannot-reach-targets": "The output layer cannot produce the numbers to predict.",
  "loss-needs-output": "The loss needs another activation of the output layer.",
  "smoothing-needs-loss": "Label smoothing needs a cross-entropy loss.",
  "dropout-needs-hidden-layer": "Dropout needs a hidden layer.",
  "batch-larger-than-data": "A batch is larger than the training part.",
  "unequal-folds": "The data sets of one grid have different numbers of folds.",
  // Metrics and expectations
  "metric-not-measured": "A metric is used that the experiment does not measure.",
  "metric-not-available": "The data set, or the kind of experiment, does not have the metric.",
  "watches-test-part": "Training is controlled by a metric of the test part.",
  "needs-replicates": "A comparison in pairs needs at least two replicates.",
  "overlapping-groups": "The two sides of a comparison share configurations.",
  "ambiguous-baseline": "The pattern of the baseline matches several configurations.",
  "not-an-axis": "A trend is expected along a field that does not have several values.",
  "epoch-beyond-training": "An expectation looks at an epoch that some trials do not reach.",
  "passed-over": "Part of the file was not checked, because --set left nothing that it applies to.",
  "expectation-not-met": "The results do not meet an expectation.",
  "unfilled-table": "A block of a Markdown file cannot be filled with a table of results.",
  // Data sets
  "table-syntax": "The file of a table cannot be parsed, or a row has too few or too many cells.",
  "bad-column-names": "The columns of a table have no names, or two have the same name.",
  "unknown-column": "A column is named that the table does not have.",
  "column-roles": "The options leave no column to predict or to learn from, or give a column two uses.",
  "wrong-cell": "A cell of a table has a value that its column does not allow.",
  "missing-cell": "A cell of a table is empty where a value is needed.",
  "unknown-category": "A column has a value that did not occur in training.",
  "unfit-column": "A column cannot be used, such as one with a category of its own in every row.",
  "class-count": "There are too few or too many classes, or a class has no example.",
  "bad-split": "The examples cannot be divided as the options say, or a part or a class would be left out.",
  "mismatched-files": "The files of one data set do not fit each other, or not their purpose.",
  "data-too-large": "The data set is larger than fits into memory.",
} as const;

/** What is wrong, as a word for programs. */
export type ProblemCode = keyof typeof PROBLEM_CODES;
