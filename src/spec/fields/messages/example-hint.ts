import type { Schema } from "../../../fields/schema/schema.ts";

/** Returns that one of a schema's examples may be written; undefined where it has none. */
export function exampleHint({ examples = [] }: Schema): string | undefined {
  const texts = examples.map(flow);
  if (texts.length === 0) return undefined;
  return `Write for example ${[texts.slice(0, -1).join(", "), texts.at(-1)].filter(Boolean).join(" or ")}`;
}

/** Returns data as one line of YAML. */
export function flow(data: unknown): string {
  return JSON.stringify(data)
    .replace(/"/g, "")
    .replace(/([:,])(?=\S)/g, "$1 ");
}
