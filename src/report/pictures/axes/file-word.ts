import { axisName } from "../../../results/setting-text.ts";
import type { Column } from "../../../spec/sweep.ts";

/** Returns an axis's name as a part of a file's name; its number where the name is not a safe file name or not unique. */
export function fileWord(path: string, columns: readonly Pick<Column, "path">[]): string {
  const words = columns.map((column) => axisName(column.path, columns).toLowerCase());
  const word = axisName(path, columns);
  const isFit =
    /^[\w-][\w.-]{0,40}$/.test(word) && words.filter((other) => other === word.toLowerCase()).length === 1;
  return isFit ? word : String(columns.findIndex((column) => column.path === path) + 1);
}
