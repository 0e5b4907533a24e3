import { kindNamed } from "../../metrics/metrics.ts";
import { defaultValue } from "../../fields/defaults.ts";
import { FIELDS_OF } from "../../fields/kinds.ts";
import type { StatedFields } from "../../configuration/without-defaults.ts";
import type { BoardConfiguration } from "../board.ts";
import type { StatedBoard } from "../reading/read-board.ts";
import { statedValue, type StatedValue } from "../stated-value.ts";

/** Values of a setting by the dotted path of their field; `variant` and `name` count as paths, too. */
export type Setting = ReadonlyMap<string, StatedValue | null>;

/** Returns the paths of all fields that distinguish the settings of a board, those of zip groups one by one. */
export function settingPaths(board: StatedBoard): string[] {
  return [
    ...new Set(board.configurations.flatMap((configuration) => [...ownValues(board, configuration).keys()])),
  ];
}

/** Returns the settings of a board with their values at some paths: their own, else what all share, else the default. */
export function settingsOf(
  board: StatedBoard,
  paths: readonly string[],
): { setting: Setting; configuration: BoardConfiguration }[] {
  const shared = sharedValues(board);
  return board.configurations.map((configuration) => {
    const own = ownValues(board, configuration);
    const setting = new Map(paths.map((path) => [path, own.get(path) ?? shared.get(path) ?? null]));
    return { configuration, setting };
  });
}

/** Returns what all settings of a board share, and what an axis has first, with defaults; data sets by their names. */
export function sharedValues({ base }: Pick<StatedBoard, "base">): Setting {
  const kind = kindNamed(base["kind"]);
  const defaults = FIELDS_OF[kind].flatMap((path) => {
    const value = defaultValue(path, kind);
    return value === undefined ? [] : leaves(path, statedValue(value));
  });
  const stated = Object.entries(base).flatMap(([path, value]) => leaves(path, value as StatedValue));
  return new Map([...defaults, ...stated]);
}

/** Returns the values in which a configuration may differ from others, those of zip groups one by one. */
export function ownValues({ columns }: StatedBoard, { values }: BoardConfiguration): Setting {
  const entries = columns.flatMap(({ path }, i): [string, StatedValue][] => {
    const value = values[i] ?? null;
    if (value === null) return [];
    if (typeof value === "object" && "together" in value) return Object.entries(value.together);
    return leaves(path, statedValue(value));
  });
  return new Map(entries);
}

/** Returns a value by the path of its field; a map's fields are entries of their own, and its name is the value of the map. */
export function leaves(path: string, value: StatedValue): [string, StatedValue][] {
  if (typeof value !== "object" || Array.isArray(value)) return [[path, value]];
  return Object.entries(value as StatedFields).map(([key, inner]) => {
    return [key === "name" ? path : `${path}.${key}`, inner as StatedValue];
  });
}
