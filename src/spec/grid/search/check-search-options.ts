import type { SearchMethod } from "../../../fields/experiment-file.ts";
import { SEARCH } from "../../../fields/rules.ts";
import { statement, type BrokenRule } from "../../../statement.ts";
import type { Draft } from "../../fields/draft.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import { entryAt, entryOf, toFile, type Entry } from "../../spec-node.ts";
import { counted } from "../../../text/counted.ts";
import type { Search } from "../../sweep.ts";
import { kindOf } from "../kind-of.ts";
import { SPEC_KINDS } from "../kinds/spec-kinds.ts";
import { lengthPath, repetitionsIn, replicatesIn } from "./read-search.ts";

/** The methods that each option belongs to, where that is not all of them. */
const METHODS_OF: Readonly<Record<string, readonly SearchMethod[]>> = {
  configurations: ["sobol", "random", "tpe", "halving", "racing"],
  from: ["halving", "hyperband"],
  factor: ["halving", "hyperband"],
  first: ["racing"],
  generation: ["tpe"],
};

/** Returns what is wrong with the options of a search, before its configurations are known. */
export function checkOptionsOf(search: Search, draft: Draft): Problem[] {
  const foreign = checkForeign(search, draft);
  if (foreign.length > 0) return foreign;
  return [
    ...checkBudgetKeys(draft),
    ...checkFirstRung(search, draft),
    ...checkReplicates(search, draft),
    ...checkGeneration(search, draft),
  ];
}

function checkForeign({ method }: Search, { root }: Draft): Problem[] {
  const written = entryAt(root, "sweep.search")?.value;
  const entries = written?.kind === "map" ? written.entries : [];
  return entries.flatMap(({ key, keyPlace }) => {
    const methods = METHODS_OF[key] ?? [method];
    if (methods.includes(method)) return [];
    const rule = { subject: key, verb: "belongs to", allowed: listOf(methods), found: `method: ${method}` };
    const hint =
      key === "configurations"
        ? "Remove it: hyperband computes how many it needs from epochs, from and factor"
        : `Remove it, or write method: ${methods[0]}`;
    return [errorAt(keyPlace, statement("search-options", rule, hint))];
  });
}

function checkBudgetKeys({ root }: Draft): Problem[] {
  const budget = entryAt(root, "sweep.search.budget")?.value;
  if (budget?.kind !== "map" || budget.entries.length === 1) return [];
  const found = budget.entries.map(({ key }) => key).join(", ") || "none";
  const rule = { subject: "budget", verb: "must have", allowed: "one of trials, epochs and examples", found };
  return [errorAt(budget.place, statement("search-options", rule, "Keep one of them"))];
}

function checkFirstRung({ ladder, place }: Search, draft: Draft): Problem[] {
  if (!ladder || ladder.lengths.length > 1) return [];
  const path = lengthPath(draft);
  const entry = searchEntry(draft, "from");
  const rule: BrokenRule = {
    subject: "from",
    verb: "must be less than",
    allowed: `${path}, which is ${ladder.lengths[0]}`,
    found: String(toFile(draft.root).sweep?.search?.from ?? SEARCH.properties.from.default),
  };
  return [
    errorAt(entry?.value.place ?? place, statement("search-options", rule, `Lower from, or raise ${path}`)),
  ];
}

function checkReplicates({ first, place }: Search, draft: Draft): Problem[] {
  if (first === undefined) return [];
  if (!SPEC_KINDS[kindOf(draft.root)].isRandom) {
    const rule = {
      subject: "racing",
      verb: "needs",
      allowed: "replicates that differ",
      found: "kind: function",
    };
    return [errorAt(place, statement("search-options", rule, "Write method: halving"))];
  }
  const count = replicatesIn(draft);
  if (count > first) return [];
  const rule = {
    subject: "racing",
    verb: "needs",
    allowed: `more replicates than first, which is ${first}`,
    found: count,
  };
  const hint = `Write replicates: ${4 * first}, the most that a configuration may get`;
  return [
    errorAt(entryOf(draft.root, "replicates")?.value.place ?? place, statement("search-options", rule, hint)),
  ];
}

/** A budget of a method that draws is its number of configurations. */
function checkGeneration(
  { method, configurations, generation = 1, sizePlace, budget }: Search,
  draft: Draft,
): Problem[] {
  if (configurations === undefined || method === "halving" || method === "racing" || method === "hyperband")
    return [];
  if (configurations >= generation) return [];
  const repetitions = repetitionsIn(draft);
  const isBudget = budget !== undefined && configurations === Math.floor(budget.trials / repetitions);
  if (!isBudget) {
    const rule = {
      subject: "configurations",
      verb: "must be",
      allowed: `at least one generation, which is ${generation}`,
      found: configurations,
    };
    return [errorAt(sizePlace, statement("search-options", rule, "Raise it, or lower generation"))];
  }
  const rule = {
    subject: "The budget",
    verb: "must pay for",
    allowed: `${counted(generation, "configuration")} of ${counted(repetitions, "trial")}${generation > 1 ? ", one generation" : ""}`,
    found: configurations,
  };
  return [errorAt(budget.place, statement("search-options", rule, "Raise it"))];
}

function searchEntry({ root }: Draft, key: string): Entry | undefined {
  return entryAt(root, `sweep.search.${key}`);
}

function listOf(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
