import { unitOf } from "../../../configuration/kind-of.ts";
import type { SearchMethod } from "../../../fields/experiment-file.ts";
import { SEARCH } from "../../../fields/rules.ts";
import { hyperbandBrackets, rungLengths, type Ladder } from "../../../search/ladder.ts";
import { datasetVariants } from "../../fields/dataset-variants.ts";
import type { Draft } from "../../fields/draft.ts";
import { entryAt, entryOf, toFile } from "../../spec-node.ts";
import type { Branch, Budget, Inclusion, Search } from "../../sweep.ts";
import { kindOf } from "../kind-of.ts";

/** What holds where a spec says nothing of it. */
const { from: FROM, factor: FACTOR, first: FIRST, generation: GENERATION } = SEARCH.properties;

/** What a search needs to know of its sweep. */
interface Searched {
  readonly branches: readonly Branch[];
  readonly include: readonly Inclusion[];
}

/** Returns the search of a spec, if it has one, with its defaults, and the configurations that its budget pays for. */
export function readSearch(draft: Draft, searched: Searched): Search | undefined {
  const { root } = draft;
  const entry = entryAt(root, "sweep.search");
  const { sweep, replicates } = toFile(root);
  const written = sweep?.search;
  if (!entry || !written) return undefined;
  const { method, from = FROM.default, factor = FACTOR.default, first = FIRST.default } = written;
  const { generation = GENERATION.default } = written;
  const length = lengthIn(draft, searched);
  const budget = readBudget(draft, length);
  const ladder = ladderOf(method, { from, factor, length });
  const configurations = configurationsOf(method, { written: written.configurations, budget, ladder, draft });
  const place = entry.keyPlace;
  return {
    method,
    ...(configurations !== undefined && { configurations }),
    seed: typeof replicates === "object" ? (replicates.baseSeed ?? 0) : 0,
    place,
    sizePlace:
      (entryOf(entry.value, "configurations") ?? entryOf(entry.value, "budget"))?.value.place ?? place,
    ...(ladder && { ladder }),
    ...(method === "racing" && { first }),
    ...(method === "tpe" && { generation }),
    ...(budget && { budget }),
  };
}

/** Returns the name of the field by which the configurations of a spec are longer or shorter. */
export function lengthPath({ root }: Pick<Draft, "root">): string {
  return `${unitOf(kindOf(root))}s`;
}

/** Returns how many replicates each configuration has at most. */
export function replicatesIn({ root }: Pick<Draft, "root">): number {
  const { replicates = 1 } = toFile(root);
  return typeof replicates === "object" ? (replicates.count ?? 1) : replicates;
}

/** Returns the repetitions of each configuration: replicates, over again for each fold. */
export function repetitionsIn(draft: Draft): number {
  return replicatesIn(draft) * foldsIn(draft);
}

function foldsIn(draft: Draft): number {
  const [first] = datasetVariants(draft);
  return first && "folds" in first ? Math.max(1, first.folds) : 1;
}

/** Checks elsewhere make sure that all configurations are equally long where that matters. */
function lengthIn(draft: Draft, { branches, include }: Searched): number {
  const cells = branches[0]?.fixed ?? include[0]?.cells ?? {};
  return Number(cells[lengthPath(draft)]?.value ?? 1);
}

function ladderOf(
  method: SearchMethod,
  { from, factor, length }: { from: number; factor: number; length: number },
): Ladder | undefined {
  if (method !== "halving" && method !== "hyperband") return undefined;
  const lengths = rungLengths(from, factor, length);
  return {
    lengths,
    factor,
    brackets: method === "halving" ? [{ start: 0 }] : hyperbandBrackets(lengths, factor),
  };
}

/** Examples are counted as epochs of the data set. */
function readBudget(draft: Draft, length: number): Budget | undefined {
  const entry = entryAt(draft.root, "sweep.search.budget");
  const written = toFile(draft.root).sweep?.search?.budget;
  if (!entry || !written) return undefined;
  const { place } = entry.value;
  const { trials, epochs, examples = Infinity } = written;
  if (trials !== undefined) return { unit: "trials", amount: trials, trials, place };
  const [first] = datasetVariants(draft);
  const train = first && "facts" in first ? first.facts.sizes.train : Infinity;
  const amount = epochs ?? Math.floor(examples / train);
  return { unit: "epochs", amount, trials: Math.floor(amount / length), place };
}

/** Returns how many configurations are drawn; undefined where every combination takes part. */
function configurationsOf(
  method: SearchMethod,
  {
    written,
    budget,
    ladder,
    draft,
  }: { written: number | undefined; budget: Budget | undefined; ladder: Ladder | undefined; draft: Draft },
): number | undefined {
  if (method === "hyperband" && ladder) return ladder.brackets.reduce((sum, { size = 0 }) => sum + size, 0);
  if (method === "halving" || method === "racing" || !budget) return written;
  const paid = Math.floor(budget.trials / repetitionsIn(draft));
  return Math.min(written ?? Infinity, paid);
}
