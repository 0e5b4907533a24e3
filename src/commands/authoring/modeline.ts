import { dirname, isAbsolute, relative } from "node:path";

/**
 * Returns the first line of a spec that tells editors its schema, by its path from the spec; nothing where the schema
 * is not below the project's folder, as its path would then be that of one machine.
 */
export function modeline(file: string, schema: string, project: string): string {
  const inProject = relative(project, schema);
  if (inProject.startsWith("..") || isAbsolute(inProject)) return "";
  const path = relative(dirname(file), schema).replaceAll("\\", "/");
  return `# yaml-language-server: $schema=${path}\n`;
}
