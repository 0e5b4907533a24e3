import { kindOf } from "./kind-of.ts";
import type { Draft } from "../fields/draft.ts";
import { gridDefaults } from "./grid-defaults.ts";
import { layOver } from "./lay-over.ts";
import type { Rules } from "./rules/read-rules.ts";
import type { Inclusion } from "../sweep.ts";

/** Returns the configurations of `include`, complete: what the spec says once for all, and their own values over it. */
export function makeInclusions({ root, fields }: Draft, { include }: Rules): Inclusion[] {
  const written = [...fields.values()].map(({ path, values }) => [path, values[0]!] as const);
  const base = { ...gridDefaults(kindOf(root)), ...Object.fromEntries(written) };
  return include.map((inclusion) => ({ ...inclusion, cells: layOver(base, inclusion.cells) }));
}
