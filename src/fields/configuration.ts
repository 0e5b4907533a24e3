/**
 * Configurations, their types derived from the table of fields.
 * @module
 */
import type { DatasetOptions } from "../data/source.ts";
import type { FunctionOptions } from "../functions/named-functions.ts";
import type { ExperimentKind } from "../metrics/metrics.ts";
import type { Field, Group, NamedField, NamedOptions, OpenGroup } from "./tables/field.ts";
import type { ENTRIES, KINDS } from "./kinds.ts";

/** One point of the grid: every field has one value. */
export type Configuration = ConfigurationOf[ExperimentKind];

/** The configurations of each kind. */
export interface ConfigurationOf {
  readonly network: NetworkConfiguration;
  readonly function: FunctionConfiguration;
  readonly program: ProgramConfiguration;
}

/** The training of a network on data. */
export interface NetworkConfiguration extends ValuesOf<typeof KINDS.network> {
  readonly kind?: undefined;
}

/** The descent on a function of v1, v2, ...: v' = v - eta grad C(v), or what the optimizer makes of it. */
export interface FunctionConfiguration extends ValuesOf<typeof KINDS.function> {
  readonly kind: "function";
}

/** A run of the user's own program. */
export interface ProgramConfiguration extends ValuesOf<typeof KINDS.program> {
  readonly kind: "program";
}

export type Architecture = NetworkConfiguration["architecture"];
export type Activation = Architecture["activation"];
export type OutputActivation = Architecture["output"];
/** How the first weights and biases are drawn; a number is what all of them start as. */
export type Init = Architecture["init"];
export type Loss = NetworkConfiguration["loss"];
/** What the loss of an example is multiplied by: one weight for each class, or by a rule. */
export type ClassWeights = NetworkConfiguration["classWeights"];
/** When a trial that gets no better stops before its last epoch; patience 0 = it never does. */
export type EarlyStopping = NetworkConfiguration["earlyStopping"];
/** When a trial is good enough to stop before its last epoch; value none = it never does. */
export type Target = NetworkConfiguration["target"];
/** An optimizer's name with every option that it has: `l2`, `momentum` and the like. */
export type OptimizerOptions = NetworkConfiguration["optimizer"];
export type OptimizerName = OptimizerOptions["name"];
/** A schedule's name with every option that it has: `factor`, `every` and the like. */
export type ScheduleOptions = NetworkConfiguration["schedule"];

/** The dotted path of a field of any kind: `eta`, `architecture.hidden`. */
export type FieldPath = {
  [Key in keyof AllFields]: AllFields[Key] extends Group<infer Fields>
    ? `${Key}.${keyof Fields & string}`
    : Key;
}[keyof AllFields];

/** What the field at a path may be. */
export type ValueAt<Path extends FieldPath> = Path extends keyof AllFields
  ? AllValues[Path]
  : Path extends `${infer Key extends keyof AllValues}.${infer Name}`
    ? Name extends keyof AllValues[Key]
      ? AllValues[Key][Name]
      : never
    : never;

type AllFields = typeof ENTRIES;
type AllValues = ValuesOf<AllFields>;

/** One value for each field of a kind. */
type ValuesOf<Entries> = {
  readonly [Key in keyof Entries]: Entries[Key] extends Group<infer Fields>
    ? ValuesOf<Fields>
    : Entries[Key] extends OpenGroup<infer Each>
      ? Readonly<Record<string, Each extends Field<infer Value> ? Value : never>>
      : Entries[Key] extends NamedField<infer Names>
        ? OptionsOf<Key, keyof Names & string>
        : Entries[Key] extends Field<infer Value>
          ? Value
          : never;
};

type OptionsOf<Key, Name extends string> = Key extends "dataset"
  ? DatasetOptions
  : Key extends "function"
    ? FunctionOptions
    : NamedOptions & { readonly name: Name };
