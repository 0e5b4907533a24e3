import { leaves, ownValues } from "../results/changes/board-settings.ts";
import type { StatedBoard } from "../results/reading/read-board.ts";
import type { StatedValue } from "../results/stated-value.ts";
import { typedColumn, type TypedColumn } from "./typed-column.ts";

/**
 * Returns the fields of the settings of a board that are not at their default, one value for each configuration: those
 * in which settings differ, and those that all share. A field that a rule of the sweep sets, such as a variant's, has a
 * value only where the results state it.
 */
export function parametersOf(board: StatedBoard): TypedColumn[] {
  const own = board.configurations.map((configuration) => ownValues(board, configuration));
  const varied = new Set([...own.flatMap((values) => [...values.keys()]), ...ruledPaths(board.rules)]);
  const shared = Object.entries(board.base)
    .flatMap(([path, value]) => leaves(path, value as StatedValue))
    .filter(([path]) => !isVaried(path, varied));
  const ownPaths = new Set(own.flatMap((values) => [...values.keys()]));
  return [
    ...[...ownPaths].map((path) =>
      typedColumn(
        path,
        own.map((values) => values.get(path) ?? null),
      ),
    ),
    ...shared.map(([path, value]) =>
      typedColumn(
        path,
        own.map(() => value),
      ),
    ),
  ];
}

/** An option belongs to the name that has it: where the data set varies, `dataset.noise` is not shared. */
function isVaried(path: string, varied: ReadonlySet<string>): boolean {
  return varied.has(path) || [...varied].some((other) => path.startsWith(`${other}.`));
}

/** Returns the paths of all fields that rules set, as a spec writes them below `sweep`. */
function ruledPaths(rules: StatedBoard["rules"]): string[] {
  const { variants, when, include } = rules ?? {};
  const sets = itemsOf(when).flatMap((rule) => ("set" in rule ? [rule.set] : []));
  return [...itemsOf(variants), ...itemsOf(include), ...sets].flatMap((fields) =>
    typeof fields === "object" && fields !== null ? Object.keys(fields) : [],
  );
}

function itemsOf(group: unknown): object[] {
  const items: unknown[] = typeof group === "object" && group !== null ? Object.values(group) : [];
  return items.filter((item): item is object => typeof item === "object" && item !== null);
}
