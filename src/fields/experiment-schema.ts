import { expectationSchema } from "./tables/expectation.ts";
import { FieldSchemas } from "./field-schemas.ts";
import { isGroup, isOpen, type Entry, type Group } from "./tables/field.ts";
import { DELETION, REFERENCE, Widening } from "./schema/for-editors.ts";
import { DEFAULT_KIND, type ExperimentKind } from "../metrics/metrics.ts";
import { ENTRIES, REQUIRED_FIELDS } from "./kinds.ts";
import { ruleMaps } from "./rule-maps.ts";
import { sweepSchema } from "./rules.ts";
import { branchesOf, dereference, propertyOf, SCHEMA_ADDRESS, type Schema } from "./schema/schema.ts";
import * as settings from "./tables/settings.ts";
import { OWN_NAME } from "./tables/program.ts";
import { metricName } from "./tables/values.ts";

/** What an experiment's file may hold once it is composed. */
export const EXPERIMENT_SCHEMA: Schema = experimentSchema(false);

const DEFINITIONS = EXPERIMENT_SCHEMA.$defs ?? {};
const SWEPT_FIELDS = namedSchema("sweptFields");

/** Returns the schema of an experiment's file. @param isForEditors Whether of one that is not composed yet. */
export function experimentSchema(isForEditors: boolean): Schema {
  const fields = new FieldSchemas(isForEditors);
  const maps = ruleMaps(fields);
  const { pattern } = maps;
  const claims = expectationSchema(pattern);
  const expectation = isForEditors ? new Widening((part) => part === pattern).widened(claims, false) : claims;
  const widening = new Widening((part) => part === expectation || Object.values(maps).includes(part));
  const inFile = (properties: Readonly<Record<string, Schema>>): Readonly<Record<string, Schema>> =>
    isForEditors ? (widening.widened({ type: "object", properties }, true).properties ?? {}) : properties;
  const { description, tags, notes, extends: files, kind, ...others } = settings.SETTINGS;
  const entries = Object.entries(ENTRIES).map(
    ([key, entry]) => [key, entrySchema(key, entry, fields)] as const,
  );
  return {
    ...(isForEditors && { $id: `${SCHEMA_ADDRESS}experiment.schema.json` }),
    description:
      "An experiment of gridient: fields with one value each, or several, which make an axis of the grid.",
    $comment:
      "Where a field may be an axis, the first branch of its anyOf is the value itself. A default never changes: trial ids leave out what is at its default.",
    type: "object",
    properties: {
      ...inFile({ description, tags, notes }),
      extends: files,
      ...inFile({ kind }),
      ...Object.fromEntries(entries),
      ...inFile({
        ...others,
        report: settings.reportSchema(pattern),
        sweep: sweepSchema(maps),
        expect: settings.expectSchema(expectation),
      }),
    },
    ...requirements(),
    additionalProperties: false,
    $defs: {
      ...(isForEditors && { reference: REFERENCE, deletion: DELETION }),
      metricName,
      ...Object.fromEntries(fields.named),
      ...maps,
      expectation,
    },
  };
}

/** Returns the schema at a dotted path of fields or settings, such as `architecture.hidden` or `run.keep`. */
export function schemaAt(path: string): Schema {
  return path.split(".").reduce((schema, key) => {
    const [found] = branchesOf(schema).flatMap((branch) => propertyOf(branch, key) ?? []);
    return orRefuse(found, key);
  }, EXPERIMENT_SCHEMA);
}

/** Returns the schema of that name below `$defs`: of a data set or optimizer, of patterns. */
export function namedSchema(name: string): Schema {
  return orRefuse(DEFINITIONS[name], name);
}

/** Returns whether rules may name a field, or an option, by that dotted path. */
export function isSweptPath(path: string): boolean {
  return propertyOf(SWEPT_FIELDS, path) !== undefined;
}

/** Returns the schema of a field of rules by its dotted path, axes allowed: `architecture.hidden`, `dataset.noise`. */
export function sweptSchema(path: string): Schema {
  return orRefuse(propertyOf(SWEPT_FIELDS, path), path);
}

function orRefuse(schema: Schema | undefined, name: string): Schema {
  if (!schema) throw new RangeError(`The schema of experiments does not define ${name}`);
  return schema;
}

/** Returns the schema that the value of a field has when it is no axis. */
export function valueSchema(field: Schema): Schema {
  const { anyOf = [] } = dereference(field);
  const [first] = anyOf;
  const isAxisField = anyOf.some(({ properties }) => properties?.["values"]);
  return first && isAxisField ? dereference(first) : dereference(field);
}

function entrySchema(key: string, entry: Entry, schemas: FieldSchemas): Schema {
  if (!isGroup(entry) && !isOpen(entry)) return schemas.property(key, entry);
  const { description, examples } = entry;
  const inside: Schema = isOpen(entry)
    ? { patternProperties: { [OWN_NAME]: schemas.property(`${key}.parameter`, entry.each) } }
    : { properties: propertiesOf(key, entry, schemas) };
  return {
    description,
    examples,
    ...schemas.deletable({ type: "object", ...inside, additionalProperties: false }),
  };
}

function propertiesOf(key: string, { fields }: Group, schemas: FieldSchemas): Record<string, Schema> {
  const inside = Object.entries(fields).map(([name, field]): [string, Schema] => [
    name,
    schemas.property(`${key}.${name}`, field),
  ]);
  return Object.fromEntries(inside);
}

/** What a file must hold that has no rules and extends no other; fields of networks where it says no kind. */
function requirements(): Pick<Schema, "if" | "then" | "else"> {
  const kinds = Object.keys(REQUIRED_FIELDS) as ExperimentKind[];
  const others = kinds.filter((kind) => kind !== DEFAULT_KIND);
  const isIncomplete: Schema[] = ["sweep", "extends"].map((key) => has(key));
  const isNetwork: Schema = { type: "object", not: { anyOf: [...isIncomplete, ...others.map(isOfKind)] } };
  const otherwise = others.reduceRight<Schema | undefined>((rest, kind) => {
    const condition = { ...isOfKind(kind), not: { anyOf: isIncomplete } };
    return { if: condition, then: withRequired(REQUIRED_FIELDS[kind]), ...(rest && { else: rest }) };
  }, undefined);
  return {
    if: isNetwork,
    then: withRequired(REQUIRED_FIELDS.network),
    ...(otherwise && { else: otherwise }),
  };
}

/** Returns the schema of a map that has a key. */
function has(key: string, value: Schema = {}): Schema {
  return { type: "object", properties: { [key]: value }, required: [key] };
}

function isOfKind(kind: ExperimentKind): Schema {
  return has("kind", { const: kind });
}

/** Returns the schema of a map with fields, by their dotted paths. */
function withRequired(paths: readonly string[]): Schema {
  const keys = [...new Set(paths.map((path) => path.split(".")[0] ?? path))];
  const properties = keys.map((key): [string, Schema] => {
    const inside = paths.flatMap((path) => (path.startsWith(`${key}.`) ? path.slice(key.length + 1) : []));
    return [key, inside.length > 0 ? withRequired(inside) : {}];
  });
  return { type: "object", properties: Object.fromEntries(properties), required: keys };
}
