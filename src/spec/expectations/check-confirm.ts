import { kindOf } from "../grid/kind-of.ts";
import { SPEC_KINDS } from "../grid/kinds/spec-kinds.ts";
import type { Draft } from "../fields/draft.ts";
import type { Problem } from "../problem.ts";
import { errorAt } from "../source-text.ts";
import { entryAt, toData } from "../spec-node.ts";

/** Returns that fresh replicates are asked for where nothing is random, if so. */
export function checkConfirm({ root }: Draft): Problem[] {
  const written = entryAt(root, "report.confirm")?.value;
  if (!written || SPEC_KINDS[kindOf(root)].isRandom || toData(written) === 0) return [];
  const message = "A descent has no fresh replicates to confirm the best one: it has no random numbers";
  return [errorAt(written.place, { code: "foreign-field", message, hint: "Remove confirm" })];
}
