/** What has a name and options: a data set, an optimizer, a schedule, a function. */
export interface Named {
  readonly name: string;
  readonly path?: unknown;
  readonly [option: string]: unknown;
}

/** Returns whether a value has a name and options; an expression is its own name. */
export function isNamed(value: unknown): value is Named {
  return typeof value === "object" && value !== null && "name" in value && !("expression" in value);
}

/** Returns the name with the options: "moons (noise 0.1)"; of a data set in a file its path: "data/iris.csv (target species)". */
export function namedText({ name, path, ...options }: Named): string {
  const title = typeof path === "string" ? path.replace(/^(?:\.\.?\/)+/, "") : name;
  const texts = Object.entries(options).map(([option, value]) => `${option} ${optionText(value)}`);
  return texts.length === 0 ? title : `${title} (${texts.join(", ")})`;
}

function optionText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(optionText).join(", ")}]`;
  return typeof value === "string" ? value : JSON.stringify(value);
}
