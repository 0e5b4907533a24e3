import { kindOfCells } from "../kind-of.ts";
import { namedOptionsOf } from "../configuration-of.ts";
import { FIELDS_OF, openKeyOf } from "../../../fields/kinds.ts";
import type { FieldValue } from "../../../fields/tables/field.ts";
import { NAMED_FIELDS } from "../../../fields/kinds.ts";
import type { Place } from "../../source-text.ts";
import type { Point, RuleTitle, Sweep } from "../../sweep.ts";

/** One value of a configuration, and what set it. */
export interface Origin {
  /** Dotted path of the field; `dataset` is the name of the data set, `optimizer` likewise. */
  readonly path: string;
  readonly value: FieldValue;
  /** Where it is written; absent for a default. */
  readonly place?: Place;
  /** The rule that gives it, if one does. */
  readonly by?: RuleTitle;
  /** Whether it is one value of an axis. */
  readonly isAxis: boolean;
}

/** Returns what set each value of a point, in the order of the schema. */
export function originsOf(point: Point, sweep: Sweep): Origin[] {
  const own = Object.keys(point.cells).filter((path) => openKeyOf(path) !== undefined);
  return [...FIELDS_OF[kindOfCells(point.cells)], ...own]
    .filter((path) => isShown(path, point))
    .flatMap((path) => {
      return NAMED_FIELDS.includes(path)
        ? originsOfNamed(path, point, sweep)
        : [originOf(path, point, sweep)];
    });
}

/** What stops a trial, and what changes its targets, is shown only where some of it is written. */
function isShown(path: string, { cells }: Point): boolean {
  const groups = ["earlyStopping.", "target.", "classWeights", "labelSmoothing"];
  const group = groups.find((prefix) => path.startsWith(prefix));
  return (
    group === undefined || Object.keys(cells).some((other) => other.startsWith(group) && cells[other]!.place)
  );
}

/** Options are shown one by one only where the field is written, or one of them is. */
function originsOfNamed(field: string, point: Point, sweep: Sweep): Origin[] {
  const { name, ...options } = namedOptionsOf(point.cells, field);
  const isWritten = Object.keys(point.cells).some((path) => {
    return (path === field || path.startsWith(`${field}.`)) && point.cells[path]!.place;
  });
  if (!isWritten) return [{ ...originOf(field, point, sweep), value: name }];
  const ofOptions = Object.entries(options).map(([option, value]) => {
    return originOfOption(field, option, { value, point, sweep });
  });
  return [{ ...originOf(field, point, sweep), value: name }, ...ofOptions];
}

function originOf(path: string, point: Point, sweep: Sweep): Origin {
  const { options: _, ...cell } = point.cells[path]!;
  return { path, ...cell, isAxis: isAxis(path, point, sweep) };
}

/** An option without a value of its own has that of the map that it was written in, or its default. */
function originOfOption(
  field: string,
  option: string,
  { value, point, sweep }: { value: FieldValue; point: Point; sweep: Sweep },
): Origin {
  const path = `${field}.${option}`;
  if (path in point.cells) return originOf(path, point, sweep);
  const written = point.cells[field]!.options?.[path];
  return written ? { ...originOf(field, point, sweep), ...written, path } : { path, value, isAxis: false };
}

/** An included configuration has values of its own; elsewhere a rule may have set what is an axis otherwise. */
function isAxis(path: string, { cells, variant, inclusion }: Point, { branches }: Sweep): boolean {
  if (inclusion) return false;
  const branch = branches.find((other) => other.variant?.name === variant);
  const axis = branch?.dimensions.find(({ column }) => column === path);
  if (axis?.distribution) return cells[path]?.place === axis.distribution.place;
  return axis?.choices.some((choice) => choice[path] === cells[path]) ?? false;
}
