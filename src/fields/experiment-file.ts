/**
 * An experiment as it is written, derived from the table of fields: what YAML holds, and what code may hand in.
 * @module
 */
import type { CLAIMS } from "./tables/expectation.ts";
import type { Field, Group, NamedField, NamedValue, OpenGroup } from "./tables/field.ts";
import type { ENTRIES } from "./kinds.ts";
import type { ValueOf } from "./schema/schema.ts";
import type { REPORT, SETTINGS } from "./tables/settings.ts";
import type { SEARCH } from "./rules.ts";
import type { DISTRIBUTIONS, RANGES } from "./tables/value-range.ts";

export interface ExperimentFile extends Settings, WrittenFields {
  readonly report?: { readonly baseline?: string | Pattern } & Partial<Values<typeof REPORT>>;
  readonly sweep?: SweepRules;
  readonly expect?: readonly Claim[];
}

/** Evenly spaced values, values a step apart, or values of even ratios; both ends included. */
export type ValueRange = {
  [Name in keyof typeof RANGES]: { readonly [Key in Name]: ValueOf<(typeof RANGES)[Name]> };
}[keyof typeof RANGES];

export type SearchMethod = ValueOf<typeof SEARCH>["method"];

/** What a search draws the values of an axis from. */
export type Distribution = {
  [Name in keyof typeof DISTRIBUTIONS]: { readonly [Key in Name]: ValueOf<(typeof DISTRIBUTIONS)[Name]> };
}[keyof typeof DISTRIBUTIONS];

/** A field of a spec: one value, or several, which make an axis. */
export type Axis<Value> =
  | Value
  | readonly Value[]
  | { readonly values: readonly Value[] }
  | { readonly value: Value }
  | (number extends Value ? ValueRange | Distribution : never);

/** What matches a field: a value, any of several, or a comparison. */
export type Match<Value> = Value | readonly Value[] | { readonly ne: Value } | Comparison<Value>;

type Comparison<Value> = number extends Value
  ? {
      readonly gt?: number;
      readonly gte?: number;
      readonly lt?: number;
      readonly lte?: number;
      readonly ne?: number;
    }
  : never;

/** Which configurations a rule or claim speaks of. */
export type Pattern = { readonly [Path in keyof Paths]?: Match<Paths[Path]> } & {
  readonly variant?: string | readonly string[];
  readonly parameters?: number | Comparison<number>;
  readonly layers?: Match<number>;
};

/** Rules that shape the grid beyond the plain product of its axes. */
export interface SweepRules {
  readonly search?: ValueOf<typeof SEARCH>;
  readonly zip?: Readonly<Record<string, SweptFields>>;
  readonly variants?: Readonly<Record<string, SweptFields>>;
  readonly when?: readonly { readonly if: Pattern; readonly set: Partial<Paths> }[];
  readonly exclude?: readonly Pattern[];
  readonly include?: readonly (Partial<Paths> & { readonly name?: string })[];
  readonly limit?: number;
}

/** Fields by dotted path, each of which may be an axis. */
export type SweptFields = { readonly [Path in keyof Paths]?: Axis<Paths[Path]> };

/** One item of `expect`. */
export type Claim = {
  [Key in keyof typeof CLAIMS]: Stated<Values<(typeof CLAIMS)[Key]["properties"]>, Key> & {
    readonly because?: string;
    readonly where?: Pattern;
  };
}[keyof typeof CLAIMS];

/** The key that makes a claim must be there; what it beats is a pattern. */
type Stated<Properties, Key extends string> = Partial<Omit<Properties, Key>> & {
  readonly [Name in Key]: Name extends keyof Properties ? Properties[Name] : Pattern;
};

type Settings = Partial<Values<typeof SETTINGS>>;
type Values<Schemas> = { readonly [Key in keyof Schemas]: ValueOf<Schemas[Key]> };

type WrittenFields = {
  readonly [Key in keyof typeof ENTRIES]?: (typeof ENTRIES)[Key] extends Group<infer Fields>
    ? { readonly [Name in keyof Fields]?: Axis<WrittenValue<Fields[Name]>> }
    : (typeof ENTRIES)[Key] extends OpenGroup<infer Each>
      ? Readonly<Record<string, Axis<WrittenValue<Each>>>>
      : Axis<WrittenValue<(typeof ENTRIES)[Key]>>;
};

/** A value of a field, or a name with options. */
type WrittenValue<Entry> =
  Entry extends NamedField<infer Names>
    ? keyof Names | { [Name in keyof Names]: WrittenName<Name, Names[Name]> }[keyof Names]
    : Entry extends Field<infer Value>
      ? Value
      : never;

type WrittenName<Name, Value extends NamedValue> = (Value extends { readonly isUnnamed: true }
  ? { readonly name?: Name }
  : { readonly name: Name }) & {
  readonly [Option in keyof Value["options"]]?: Axis<WrittenValue<Value["options"][Option]>>;
};

/** The values of all fields and options by dotted path. */
type Paths = PathsOf<typeof ENTRIES>;

type PathsOf<Entries> = Flat<{
  [Key in keyof Entries & string]: Entries[Key] extends Group<infer Fields>
    ? { [Name in keyof Fields & string as `${Key}.${Name}`]: WrittenValue<Fields[Name]> }
    : Entries[Key] extends OpenGroup<infer Each>
      ? { readonly [Path in `${Key}.${string}`]: WrittenValue<Each> }
      : { [Path in Key]: WrittenValue<Entries[Key]> } & (Entries[Key] extends NamedField<infer Names>
          ? OptionPaths<Key, Names[keyof Names]>
          : unknown);
}>;

/** Options of all names of a field, by dotted path. */
type OptionPaths<Key extends string, Value> = Value extends NamedValue
  ? {
      [Option in keyof Value["options"] & string as `${Key}.${Option}`]: WrittenValue<
        Value["options"][Option]
      >;
    }
  : never;

/** Joins the maps in a map into one; of several kinds of values for a key, any. */
type Flat<Maps> = {
  readonly [Path in KeysOf<Maps[keyof Maps]>]: ValueAt<Maps[keyof Maps], Path>;
};
type KeysOf<Map> = Map extends unknown ? keyof Map : never;
type ValueAt<Map, Path> = Map extends unknown ? (Path extends keyof Map ? Map[Path] : never) : never;
