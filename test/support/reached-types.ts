import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { parseAst } from "rolldown/parseAst";

/** A node of a syntax tree. */
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A name that a file declares or imports. */
interface Named {
  readonly file: string;
  readonly name: string;
}

/** What a file declares, imports and exports, by name. */
interface Module {
  readonly declarations: ReadonlyMap<string, Node>;
  readonly imports: ReadonlyMap<string, Named>;
  readonly exports: ReadonlyMap<string, Named>;
}

const root = new URL("../../", import.meta.url);
const modules = new Map<string, Module>();

/**
 * Returns the types that the signatures of what a file exports lead to and that it does not export itself, each as
 * "path: name".
 *
 * @param closed Files whose types are computed from tables, in terms that nobody names.
 */
export function unexportedTypes(file: string, closed: readonly string[]): string[] {
  const exported = [...moduleAt(file).exports.values()].map(declared);
  const keys = new Set(exported.map(keyOf));
  const reached = new Map(exported.map((named) => [keyOf(named), named]));
  for (const named of reached.values())
    for (const other of closed.includes(named.file) ? [] : typesIn(named))
      if (!reached.has(keyOf(other))) reached.set(keyOf(other), other);
  return [...reached.keys()].filter((key) => !keys.has(key)).toSorted();
}

function keyOf({ file, name }: Named): string {
  return `${file}: ${name}`;
}

/** Returns where a name is declared, through imports and exports. */
function declared({ file, name }: Named): Named {
  const { declarations, exports, imports } = moduleAt(file);
  if (declarations.has(name)) return { file, name };
  const next = exports.get(name) ?? imports.get(name);
  if (next === undefined) throw new Error(`${file} does not declare ${name}`);
  return declared(next);
}

/** Returns the types of our own that a declaration refers to, in its signature alone. */
function typesIn({ file, name }: Named): Named[] {
  const { declarations, imports } = moduleAt(file);
  const names = [...namesIn(declarations.get(name))];
  return names.flatMap((own) => {
    if (!declarations.has(own) && imports.get(own)?.file.startsWith("src/") !== true) return [];
    return [declared({ file, name: own })];
  });
}

function* namesIn(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  const node = value as Node;
  if (isInside(node)) return;
  if (node.type === "TSTypeReference") yield nameOf(node["typeName"]);
  if (node.type === "TSInterfaceHeritage" || node.type === "TSClassImplements")
    yield nameOf(node["expression"]);
  if (node.type === "ClassDeclaration" && node["superClass"]) yield nameOf(node["superClass"]);
  for (const child of Object.values(node)) yield* namesIn(child);
}

/** Whether a node is none of a signature's: a body, an initial value, a private member, the value behind `typeof`. */
function isInside({ type, key, accessibility }: Node): boolean {
  if (accessibility === "private" || (key as Node | undefined)?.type === "PrivateIdentifier") return true;
  return (
    /^(BlockStatement|FunctionBody|TSTypeQuery|.*Expression|.*Literal)$/.test(type) &&
    type !== "TSTypeLiteral"
  );
}

function nameOf(node: unknown): string {
  const { type, name, left } = node as Node;
  return type === "TSQualifiedName" ? nameOf(left) : String(name);
}

function moduleAt(file: string): Module {
  const known = modules.get(file) ?? readModule(file);
  modules.set(file, known);
  return known;
}

function readModule(file: string): Module {
  const { body } = parseAst(readFileSync(new URL(file, root), "utf8"), { lang: "ts" });
  const module = {
    declarations: new Map<string, Node>(),
    imports: new Map<string, Named>(),
    exports: new Map<string, Named>(),
  };
  for (const statement of body as unknown as Node[]) addStatement(statement, file, module);
  return module;
}

function addStatement(
  statement: Node,
  file: string,
  module: { declarations: Map<string, Node>; imports: Map<string, Named>; exports: Map<string, Named> },
): void {
  const source = (statement["source"] as { value: string } | null | undefined)?.value;
  const from = source?.startsWith(".") ? posix.join(posix.dirname(file), source) : (source ?? file);
  const specifiers = (statement["specifiers"] ?? []) as Node[];
  switch (statement.type) {
    case "ImportDeclaration":
      for (const { local, imported } of specifiers)
        module.imports.set(nameOf(local), { file: from, name: nameOf(imported ?? local) });
      return;
    case "ExportAllDeclaration":
      for (const [name, named] of moduleAt(from).exports) module.exports.set(name, named);
      return;
    case "ExportNamedDeclaration":
      for (const { local, exported } of specifiers)
        module.exports.set(nameOf(exported), { file: from, name: nameOf(local) });
      for (const name of addDeclaration(statement["declaration"], module.declarations))
        module.exports.set(name, { file, name });
      return;
    default:
      addDeclaration(statement, module.declarations);
  }
}

/** Enters what a statement declares; returns the names. */
function addDeclaration(statement: unknown, declarations: Map<string, Node>): string[] {
  const { id, declarations: variables } = (statement ?? {}) as Node;
  const ids = id ? [[id, statement]] : ((variables ?? []) as Node[]).map((one) => [one["id"], one]);
  return ids.map(([own, node]) => {
    declarations.set(nameOf(own), node as Node);
    return nameOf(own);
  });
}
