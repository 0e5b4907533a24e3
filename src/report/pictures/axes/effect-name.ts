import type { Column } from "../../../spec/sweep.ts";
import { fileWord } from "./file-word.ts";

/** Returns the name of the picture of an axis. */
export function effectName(path: string, columns: readonly Pick<Column, "path">[]): string {
  return `effect-${fileWord(path, columns)}`;
}
