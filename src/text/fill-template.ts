/** `${name}`, or `$${name}` for the characters themselves. */
const PLACE = /\$(\$?)\{([^{}]*)\}/g;

/** A template that is nothing but `${name?word}`. */
const FLAG = /^\$\{([^{}?]+)\?([^{}]*)\}$/;

/** Returns the word that a template is only if a value is true, and the name of that value; undefined for any other. */
export function flagIn(template: string): { readonly name: string; readonly word: string } | undefined {
  const [, name, word] = FLAG.exec(template) ?? [];
  return name === undefined || word === undefined ? undefined : { name, word };
}

/** Returns the names that a template is to be filled with. */
export function namesInTemplate(template: string): string[] {
  const flag = flagIn(template);
  if (flag) return [flag.name];
  return [...template.matchAll(PLACE)].flatMap(([, escape, name = ""]) => (escape === "" ? [name] : []));
}

/** Returns a template with its names replaced by their values: nothing else in it, or in the values, means anything. */
export function fillTemplate(template: string, valueOf: (name: string) => string): string {
  return template.replaceAll(PLACE, (whole, escape: string, name: string) =>
    escape === "" ? valueOf(name) : whole.slice(1),
  );
}
