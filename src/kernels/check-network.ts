import type { DatasetFacts } from "../data/dataset.ts";
import { GridientError } from "../errors.ts";
import type { Network } from "./network.ts";

/**
 * Checks that the layers fit each other and the data.
 * @throws {GridientError} E_KERNEL if not.
 */
export function checkNetwork(data: Pick<DatasetFacts, "features" | "target">, { layers }: Network): void {
  let width = data.features;
  layers.forEach(({ fanIn, units }, l) => {
    if (fanIn !== width) throw mismatch(`Layer ${l + 1} must have ${width} inputs`, fanIn);
    width = units;
  });
  const { count } = data.target;
  if (width !== count) throw mismatch(`The last layer must have ${count} outputs`, width);
}

function mismatch(rule: string, found: number): GridientError {
  return new GridientError("E_KERNEL", `${rule} (got ${found})`);
}
