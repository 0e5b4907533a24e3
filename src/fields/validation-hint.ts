import { namedSchema } from "./experiment-schema.ts";

const EXAMPLES = 10_000;
const SHARE = 0.2;

/** Returns what to write below `dataset` for a validation part; undefined for a data set that cannot have one. */
export function validationHint(dataset: string): string | undefined {
  const { properties = {} } = namedSchema(dataset);
  const { validation, validationShare } = properties;
  if (validation) return `dataset: {name: ${dataset}, validation: ${Number(validation.default) || EXAMPLES}}`;
  return validationShare && `validationShare: ${SHARE} below dataset`;
}
