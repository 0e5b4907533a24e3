import { anchorOf } from "../pages.ts";
import { branchesOf, code, isAxis, resolved, SCHEMA, typeText, valueOf, type Schema } from "./schema.ts";
import { ELSEWHERE, TITLES } from "./titles.ts";

const REQUIRED = requiredOf(SCHEMA.then!);
const REQUIRED_OF_FUNCTIONS = requiredOf(SCHEMA.else!.then!);

/** Returns every field of an experiment by its dotted path, maps before what is below them. */
export function fields(schema: Schema = SCHEMA, prefix = ""): Map<string, Schema> {
  const entries = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const path = `${prefix}${key}`;
    const map = (property.anyOf ?? [property]).find(({ properties }) => properties !== undefined);
    return [[path, property] as const, ...(map ? fields(map, `${path}.`) : [])];
  });
  return new Map(entries);
}

/** Returns the dotted paths of the fields that a schema requires, without maps of required fields. */
function requiredOf({ required = [], properties = {} }: Schema): string[] {
  return required.flatMap((key) => {
    const inner = requiredOf(properties[key] ?? {});
    return inner.length === 0 ? [key] : inner.map((path) => `${key}.${path}`);
  });
}

/** Returns docs/reference/fields.md. */
export function fieldsPage(): string {
  const all = fields();
  const sections = Object.keys(TITLES).map((path) => section(path, all.get(path)!));
  const index = Object.entries(TITLES)
    .map(([path, title]) => `| ${title} | ${linkTo(path)} |`)
    .toSorted();
  const elsewhere = Object.entries(ELSEWHERE)
    .flatMap(([path, words]) => words.split(" ").map((word) => `| ${code(word)} | ${linkTo(path)} |`))
    .toSorted();
  return `# Fields

Every field of an experiment file. [Training](training.md) and [Grids and reuse](grids.md) explain them by topic, with examples.

A field that "can be an axis" accepts a list of values, or another form of [several values](grids.md#grid-search-lists-of-values). In place of a value you
can write [\`\${path}\`](grids.md#references-to-other-fields), the value of another field.

| looking for | field |
| --- | --- |
${index.join("\n")}

| in other tools | here |
| --- | --- |
${elsewhere.join("\n")}

${sections.join("\n\n")}
`;
}

function headingOf(path: string): string {
  return `${TITLES[path]}: ${code(path)}`;
}

/** An option of a data set or an optimizer is in the section of its field. */
function linkTo(path: string): string {
  const owner = path in TITLES ? path : path.split(".")[0]!;
  return `[${code(path)}](#${anchorOf(headingOf(owner))})`;
}

function section(path: string, field: Schema): string {
  const { description, default: fallback, examples = [] } = field;
  const facts = [
    path === "expect" ? "a list of expectations" : typeText(valueOf(field)),
    ...(isAxis(field) ? ["can be an axis"] : []),
    ...(REQUIRED.includes(path) ? ["required for networks"] : []),
    ...(REQUIRED_OF_FUNCTIONS.includes(path) ? ["required for functions"] : []),
    ...(fallback === undefined ? [] : [`default: ${code(fallback)}`]),
  ];
  const example = examples.map((value) => `${path.split(".").at(-1)}: ${code(value).slice(1, -1)}`);
  return [
    `${path.includes(".") ? "###" : "##"} ${headingOf(path)}`,
    description!,
    `- Value: ${facts.join("; ")}`,
    ...(example.length > 0 ? [`- Examples: ${example.map((text) => `\`${text}\``).join(", ")}`] : []),
    ...named(path, field),
  ]
    .join("\n\n")
    .replaceAll("\n\n- Examples", "\n- Examples");
}

/** Returns the options of each name that a field has: data sets, optimizers, ...; and the forms of an expectation. */
function named(path: string, field: Schema): string[] {
  if (path === "expect") return expectations(field);
  return branchesOf(valueOf(field)).flatMap((branch) => {
    const { name, ...options } = branch.properties ?? {};
    if (name?.const === undefined) return [];
    return [
      `${"#".repeat(3)} ${code(name.const)}`,
      branch.description!,
      ...table(options, branch.required ?? []),
    ];
  });
}

function expectations(field: Schema): string[] {
  const list = branchesOf(field).find(({ type }) => type === "array");
  return branchesOf(list!.items!).flatMap(({ description, properties = {}, required = [] }) => {
    return [`### ${required.map(code).join(" and ")}`, description!, ...table(properties, required)];
  });
}

function table(options: Readonly<Record<string, Schema>>, required: readonly string[]): string[] {
  const rows = Object.entries(options).map(([option, schema]) => {
    const { description = "", default: fallback } = resolved(schema);
    const standard = required.includes(option) ? "required" : fallback === undefined ? "" : code(fallback);
    return `| ${code(option)} | ${cell(description)} | ${cell(typeText(valueOf(schema)))} | ${cell(standard)} |`;
  });
  if (rows.length === 0) return [];
  return [["| option | what | value | default |", "| --- | --- | --- | --- |", ...rows].join("\n")];
}

function cell(text: string): string {
  return text.replaceAll("|", String.raw`\|`).replaceAll("``", "` `");
}
