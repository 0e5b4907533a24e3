/** `${name}`, or `$${name}` for the characters themselves. */
const PLACE = /\$(\$?)\{([^{}]*)\}/g;

/** Returns the names that a template is to be filled with. */
export function namesInTemplate(template: string): string[] {
  return [...template.matchAll(PLACE)].flatMap(([, escape, name = ""]) => (escape === "" ? [name] : []));
}

/** Returns a template with its names replaced by their values: nothing else in it, or in the values, means anything. */
export function fillTemplate(template: string, valueOf: (name: string) => string): string {
  return template.replaceAll(PLACE, (whole, escape: string, name: string) =>
    escape === "" ? valueOf(name) : whole.slice(1),
  );
}
