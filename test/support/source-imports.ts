import { posix } from "node:path";
import type { Node, SourceFile } from "./source-tree.ts";

/** One import of a file: static, dynamic, re-export or type. */
export interface SourceImport {
  /** "path:line" of the import. */
  readonly place: string;
  /** Path of the imported file from the repository's root, or the name of a package. */
  readonly target: string;
  readonly isOwn: boolean;
  /** Whether nothing is left of it once the program runs. */
  readonly isType: boolean;
}

/** Returns what a file imports, in its order. */
export function importsOf(file: SourceFile): SourceImport[] {
  return file.nodes.flatMap((node) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return [];
    const isOwn = specifier.startsWith(".");
    const target = isOwn ? withExtension(posix.join(posix.dirname(file.path), specifier)) : specifier;
    return [{ place: file.place(node), target, isOwn, isType: isType(node) }];
  });
}

function specifierOf({ type, source }: Node): string | undefined {
  if (!/^(Import|TSImport|ExportNamed|ExportAll)(Declaration|Expression|Type)$/.test(type)) return undefined;
  const value = (source as { value?: unknown } | null)?.value;
  return typeof value === "string" ? value : undefined;
}

function isType({ type, importKind, exportKind }: Node): boolean {
  return type === "TSImportType" || importKind === "type" || exportKind === "type";
}

/** AssemblyScript imports without extensions. */
function withExtension(path: string): string {
  return posix.extname(path) === "" ? `${path}.ts` : path;
}
