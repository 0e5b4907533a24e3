import { findSuspects } from "./describe/find-suspects.ts";
import { suspectNames } from "./describe/suspect-names.ts";
import type { Suspicion } from "./describe/suspicion.ts";
import { openTable, type OpenTable } from "./open-table.ts";
import type { TableOptions } from "./table-options.ts";

/**
 * Returns what is odd about a table as it is learnt from: about the columns that are inputs or to be predicted, over all
 * rows.
 * @throws {DatasetError} If it cannot be read with its options.
 */
export function suspectTable(options: TableOptions): readonly Suspicion[] {
  const open = openTable(options);
  const groupsRare = options.rare > 0;
  const found = open.suspicions.get(groupsRare) ?? suspect(open, groupsRare);
  open.suspicions.set(groupsRare, found);
  return found;
}

function suspect({ table, format, roles }: OpenTable, groupsRare: boolean): Suspicion[] {
  const nameOf = (place: number) => table.names[place]!;
  const purpose = { targets: roles.targets.map(nameOf), inputs: roles.inputs.map(nameOf), groupsRare };
  return [...suspectNames(format), ...findSuspects(table, format, purpose)];
}
