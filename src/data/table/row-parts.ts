import { dataStreamKey } from "../../math/stream-key.ts";
import { DatasetError, type DataFault } from "../dataset-error.ts";
import { partsOf, TEST, TRAIN, VALIDATION, type Parts, type SplitPlan } from "../split/parts.ts";
import { splitAtRandom } from "../split/split-at-random.ts";
import { splitGroups } from "../split/split-groups.ts";
import { splitInOrder } from "../split/split-in-order.ts";
import type { CodeList } from "./reading/code-list.ts";
import { faultAtCell } from "./locate-cell.ts";
import type { OpenTable } from "./open-table.ts";
import type { TableOptions } from "./table-options.ts";
import { statement } from "../../statement.ts";

/**
 * Returns the parts of a table's rows, as places in `rows`.
 * @throws {DatasetError} If the column that names the parts names others.
 */
export function rowParts(open: OpenTable, rows: Uint32Array, options: TableOptions): Parts {
  const { roles, table } = open;
  const codesOf = (place: number): Uint16Array => {
    const column = table.columns.find(({ name }) => name === table.names[place])!;
    return Uint16Array.from(rows, (row) => column.values.at(row) - 1);
  };
  if (roles.split !== undefined) return namedParts(open, rows);
  const plan = splitPlan(options);
  if (roles.group !== undefined) return splitGroups(codesOf(roles.group), plan, keyOf(options));
  if (options.split === "ordered") return splitInOrder(rows.length, plan);
  const [target] = roles.targets;
  const isStratified = options.split === "stratified" && open.roles.kinds[target!] === "category";
  const strata = isStratified ? codesOf(target!) : new Uint16Array(rows.length);
  return splitAtRandom(strata, plan, keyOf(options));
}

function keyOf({ seed }: TableOptions): ReturnType<typeof dataStreamKey> {
  return dataStreamKey(seed, "split");
}

function splitPlan({ validationShare, testShare, folds, fold }: TableOptions): SplitPlan {
  const shares = { validation: validationShare, test: testShare };
  return folds === 0 ? shares : { ...shares, fold: { number: Math.max(fold, 1) - 1, of: folds } };
}

const PARTS: ReadonlyMap<string, number> = new Map([
  ["train", TRAIN],
  ["training", TRAIN],
  ["validation", VALIDATION],
  ["valid", VALIDATION],
  ["val", VALIDATION],
  ["dev", VALIDATION],
  ["test", TEST],
]);

const PART_NAMES = "train, validation or test";

function namedParts(open: OpenTable, rows: Uint32Array): Parts {
  const { table, roles } = open;
  const name = table.names[roles.split!]!;
  const values = table.columns.find((column) => column.name === name)!.values as CodeList;
  const parts = values.words.map((word) => PARTS.get(word.toLowerCase()));
  const faults = values.words.flatMap((_, code): DataFault[] => {
    const row =
      parts[code] === undefined ? rows.find((candidate) => values.at(candidate) === code + 1) : undefined;
    if (row === undefined) return [];
    const rule = { subject: `Column ${JSON.stringify(name)}`, verb: "must contain", allowed: PART_NAMES };
    const wrong = statement("wrong-cell", { ...rule, found: `"${values.words[code]}"` });
    return [faultAtCell(open, { row, column: name }, wrong)];
  });
  if (faults.length > 0) throw new DatasetError(faults.slice(0, 20));
  return partsOf(Uint8Array.from(rows, (row) => parts[values.at(row) - 1]!));
}
