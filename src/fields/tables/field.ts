import type { Schema, ValueOf } from "../schema/schema.ts";

/** A data set, optimizer or the like with every option filled in. */
export interface NamedOptions {
  readonly name: string;
  readonly [option: string]: OptionValue;
}

export type ListValue = readonly number[] | readonly string[] | readonly (number | string)[];
export type OptionValue = string | number | boolean | ListValue;

/** A value of one field: a number, a word, true or false, a list (`hidden`, `ignore`) or a name with options. */
export type FieldValue = OptionValue | NamedOptions | readonly (number | string | boolean)[];

/** A field of a configuration, or an option of one, written once: schema, types, defaults and texts are made of it. */
export interface Field<Value = FieldValue> {
  /** What one value may be; a field may hold several, which make an axis. */
  readonly value: Schema;
  readonly description: string;
  /** Values that make sense; together they show what an axis looks like, unless `axes` do. */
  readonly examples: readonly Value[];
  readonly axes?: readonly unknown[];
  /** What the field is where a spec does not write it. It never changes: trial ids leave out what is at its default. */
  readonly default?: Value;
  /** A field without a default must be written, unless it is optional. */
  readonly isOptional?: boolean;
}

/** A field whose value is a name with options, each of which is a field of its own: `optimizer` and `optimizer.l2`. */
export interface NamedField<Names extends NamedValues = NamedValues> {
  readonly names: Names;
  /** What the name is the name of: "data set". */
  readonly noun: string;
  readonly description: string;
  readonly examples: readonly unknown[];
  readonly axes?: readonly unknown[];
  readonly default?: string;
}

/** What a name means. */
export interface NamedValue {
  readonly description: string;
  readonly options: Readonly<Record<string, Field<OptionValue>>>;
  /** Whether the options identify it without the name: `{expression: v1^2}`. */
  readonly isUnnamed?: boolean;
}

export type NamedValues = Readonly<Record<string, NamedValue>>;

/** Fields below a common key, such as `architecture`. */
export interface Group<Fields = Readonly<Record<string, Field>>> {
  readonly fields: Fields;
  readonly description: string;
  readonly examples: readonly unknown[];
}

/** Fields below a common key whose names the user chooses: all are of one form. */
export interface OpenGroup<Each extends Field = Field> {
  readonly each: Each;
  readonly description: string;
  readonly examples: readonly unknown[];
}

/** What appears at a key of a spec. */
export type Entry = Field | NamedField | Group | OpenGroup;

export type Entries = Readonly<Record<string, Entry>>;

/** Returns a field, its type derived from the schema of its value. */
export function field<const Value extends Schema>(
  written: Pick<Field, "description" | "axes" | "isOptional"> & {
    readonly value: Value;
    readonly examples: readonly NoInfer<ValueOf<Value>>[];
    readonly default?: NoInfer<ValueOf<Value>>;
  },
): Field<ValueOf<Value>> {
  return written;
}

/** Returns a field of names, its type derived from them. */
export function named<Names extends NamedValues>(
  written: NamedField<Names> & { readonly default?: NoInfer<keyof Names & string> },
): NamedField<Names> {
  return written;
}

/** Returns a group, its type derived from its fields. */
export function group<Fields extends Readonly<Record<string, Field>>>(written: Group<Fields>): Group<Fields> {
  return written;
}

/** Returns a group of fields that the user names, its type derived from the form of each. */
export function openGroup<Each extends Field>(written: OpenGroup<Each>): OpenGroup<Each> {
  return written;
}

export function isNamedOptions(value: FieldValue): value is NamedOptions {
  return typeof value === "object" && "name" in value;
}

export function isGroup(entry: Entry): entry is Group {
  return "fields" in entry;
}

export function isOpen(entry: Entry): entry is OpenGroup {
  return "each" in entry;
}

export function isNamed(entry: Entry): entry is NamedField {
  return "names" in entry;
}

/** Returns whether a spec must write a field. */
export function isRequired(entry: Field | NamedField): boolean {
  return entry.default === undefined && !("isOptional" in entry && entry.isOptional);
}
