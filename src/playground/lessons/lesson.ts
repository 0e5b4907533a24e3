/** The languages of the lessons' texts. */
export type Language = "en" | "es";

/** A text in each language. */
export type Localized<Text = string> = Readonly<Record<Language, Text>>;

/** A field that the reader of a lesson changes. */
export interface Knob {
  /** The field, as "architecture.hidden". */
  readonly path: string;
  /** What it may be, as written in YAML. */
  readonly values: readonly string[];
  /** The index of the value to start with. */
  readonly start: number;
}

/** One idea of the course, with the experiment that shows it. */
export interface Lesson {
  /** Its name in an address. */
  readonly id: string;
  readonly title: Localized;
  readonly question: Localized;
  /** Paragraphs. Code is between backticks. */
  readonly text: Localized<readonly string[]>;
  /** What to change, and what to look for afterwards. */
  readonly task: Localized;
  /** An experiment whose data is built in; `<path>` is where the value of a knob belongs. */
  readonly spec: string;
  readonly knobs: readonly Knob[];
  /** The picture of the report that answers the question, as "learning-curves". */
  readonly picture: string;
  /** What the lesson shows beside its experiment; absent: nothing. */
  readonly view?: "backpropagation";
}

/** An experiment as it is typed into the editor. */
export interface LessonSpec {
  readonly file: string;
  readonly text: string;
}

/** Returns the values that the knobs of a lesson start with. */
export function startOf({ knobs }: Lesson): string[] {
  return knobs.map(({ values, start }) => values[start] ?? "");
}

/** Returns the experiment of a lesson with a value for each of its knobs, in their order. */
export function lessonSpec({ id, spec, knobs }: Lesson, chosen: readonly string[]): LessonSpec {
  const text = knobs.reduce((text, { path }, k) => text.replace(`<${path}>`, chosen[k] ?? ""), spec);
  return { file: `experiments/${id}.yaml`, text };
}
