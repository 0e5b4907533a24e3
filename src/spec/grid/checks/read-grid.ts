import { checkBatchSize } from "./check-batch-size.ts";
import { checkClassWeights } from "./check-class-weights.ts";
import { checkDropout } from "./check-dropout.ts";
import { checkFolds, checkMnist } from "./check-datasets.ts";
import { checkGridSize, checkRuleCount, gridLimit, tooLarge, type GridLimit } from "./check-grid-size.ts";
import { checkKind, checkKindOfPoints } from "./check-kind.ts";
import { checkLabelSmoothing } from "./check-label-smoothing.ts";
import { checkLoss } from "./check-loss.ts";
import { checkMetrics, requestedMetrics } from "./check-metrics.ts";
import { checkOptions } from "./check-options.ts";
import { checkRepeats, idleAxesOfProduct } from "./check-repeats.ts";
import { checkRules } from "./check-rules.ts";
import { checkStopping } from "./check-stopping.ts";
import { checkLossTargets, checkOutputTargets, checkSmoothedTargets } from "./check-targets.ts";
import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import { FIELDS, OPEN_KEYS } from "../../../fields/kinds.ts";
import { isBroken, type Draft } from "../../fields/draft.ts";
import { kindOf } from "../kind-of.ts";
import { SPEC_KINDS } from "../kinds/spec-kinds.ts";
import { FIELDS_WITH_EQUIVALENT_VALUES } from "../../../configuration/effective-configuration.ts";
import { countRules } from "../count-rules.ts";
import { expandSweep, rawSize } from "../expand-sweep.ts";
import { pointMeetings, productMeetings, type Meetings } from "./meetings.ts";
import type { Problem } from "../../problem.ts";
import { readSweep } from "../read-sweep.ts";
import { checkDrawn, checkSearchSize, onePerPlace } from "../search/check-search.ts";
import { checkSearchPoints } from "../search/check-search-points.ts";
import { errorAt } from "../../source-text.ts";
import { entryAt, entryOf } from "../../spec-node.ts";
import type { CountedSweep, Point, Search, Sweep } from "../../sweep.ts";

/** A raw grid may have this many times the configurations that its rules may leave. */
const MOST_RAW = 100;

/** The grid of a spec, checked. */
export interface Grid {
  /** Absent where something is wrong. */
  readonly sweep?: CountedSweep | undefined;
  /** The first configuration. */
  readonly first?: Point | undefined;
  readonly datasets: readonly DatasetVariant[];
  readonly problems: readonly Problem[];
}

/** Returns the grid of a draft with its rules applied, and everything that is wrong with it. */
export function readGrid(draft: Draft, limit: number): Grid {
  if (entryOf(draft.root, "extends")) return { datasets: [], problems: [] }; // its base could not be read
  const foreign = checkKind(draft.root);
  if (foreign.length > 0) return { datasets: [], problems: foreign };
  const isReadable = !["", "sweep", ...OPEN_KEYS, ...FIELDS.keys()].some((path) =>
    isBroken(path, draft.broken),
  );
  const hasRules = entryOf(draft.root, "sweep") !== undefined;
  if (!hasRules) return isReadable ? readProduct(draft, limit) : checkFields(draft, limit);
  const grid = isReadable ? readRuledGrid(draft, limit) : { datasets: [], problems: [] };
  return entryAt(draft.root, "sweep.search") ? { ...grid, problems: onePerPlace(grid.problems) } : grid;
}

/** Without rules every value meets every other, so fields are checked one by one, and broken ones left out. */
function checkFields(draft: Draft, limit: number): Grid {
  const axes = [...draft.fields.values()].filter(({ values }) => values.length > 1);
  const dimensions = axes.map(({ path, keyPlace, values }) => ({
    column: path,
    place: keyPlace,
    choices: values,
  }));
  const size = checkGridSize([{ dimensions }], gridLimit(draft, limit));
  if (size.length > 0) return { datasets: [], problems: size };
  const meetings = productMeetings(draft);
  return { datasets: meetings.datasets, problems: checkMeetings(meetings, draft) };
}

function readProduct(draft: Draft, limit: number): Grid {
  const checked = checkFields(draft, limit);
  if (hasError(checked.problems)) return checked;
  const { sweep, problems: incomplete } = readSweep(draft);
  if (!sweep) return { datasets: [], problems: incomplete };
  const { checkPoints } = SPEC_KINDS[kindOf(draft.root)];
  const ofKind = checkPoints?.(expandSweep(sweep).points) ?? [];
  if (hasError(ofKind)) return { datasets: [], problems: ofKind };
  const first = { cells: sweep.branches[0]!.fixed, folder: sweep.folder };
  const mayRepeat = FIELDS_WITH_EQUIVALENT_VALUES.some(
    (path) => (draft.fields.get(path)?.values.length ?? 1) > 1,
  );
  const repeats = mayRepeat ? idleAxesOfProduct(sweep) : [];
  const problems = [...checked.problems, ...ofKind, ...repeats];
  return { ...checked, sweep: { ...sweep, counts: [] }, first, problems };
}

function readRuledGrid(draft: Draft, limit: number): Grid {
  const { sweep, problems } = readSweep(draft);
  if (!sweep) return { datasets: [], problems };
  const allowed = gridLimit(draft, limit);
  const raw = [
    ...checkRawSize(sweep, allowed),
    ...checkRuleCount(sweep, entryOf(draft.root, "sweep")!.keyPlace),
  ];
  if (raw.length > 0) return { datasets: [], problems: [...problems, ...raw] };
  const expansion = expandSweep(sweep);
  const { points } = expansion;
  const kind = kindOf(draft.root);
  const foreign = checkKindOfPoints(points, kind);
  if (foreign.length > 0) return { datasets: [], problems: [...problems, ...foreign] };
  const meetings = pointMeetings(SPEC_KINDS[kind].hasData ? points : []);
  if (meetings.unreadable.length > 0)
    return { datasets: [], problems: [...problems, ...meetings.unreadable] };
  const drawn = sweep.search ? checkDrawn(sweep.search, points) : [];
  const ofRules = [...problems, ...checkRules(sweep, expansion), ...drawn, ...checkOptions(points)];
  if (hasError(ofRules)) return { datasets: [], problems: ofRules };
  const searched = sweep.search ? checkSearchPoints(sweep.search, points, draft) : [];
  const ofPoints = [...ofRules, ...searched, ...(SPEC_KINDS[kind].checkPoints?.(points) ?? [])];
  if (hasError(ofPoints)) return { datasets: [], problems: ofPoints };
  const repeats = checkRepeats(sweep, points);
  const found = [...ofPoints, ...checkMeetings(meetings, draft), ...repeats.problems];
  if (repeats.kept > allowed.most) found.push(tooMany(draft, allowed, repeats.kept, rawSize(sweep)));
  const search = sweep.search && withDrawn(sweep.search, points);
  const counted = { ...sweep, ...(search && { search }), counts: countRules(sweep, expansion) };
  return { sweep: counted, first: points[0], datasets: meetings.datasets, problems: found };
}

function withDrawn(search: Search, points: readonly Point[]): Search {
  if (search.configurations === undefined) return search;
  return { ...search, drawn: points.filter(({ draw }) => draw !== undefined) };
}

function checkRawSize(sweep: Sweep, allowed: GridLimit): Problem[] {
  if (sweep.search?.configurations !== undefined) return checkSearchSize(sweep.search, sweep, allowed);
  const canShrink = sweep.exclude.length + sweep.when.length > 0;
  return checkGridSize(sweep.branches, canShrink ? { ...allowed, most: MOST_RAW * allowed.most } : allowed);
}

/** Runs the checks of fields where their values meet those of another field, or data sets. */
function checkPairs({ ofFields, withData }: Meetings): Problem[] {
  return [
    ...checkLoss(ofFields("loss", "architecture.output")),
    ...checkLabelSmoothing(ofFields("labelSmoothing", "loss")),
    ...checkDropout(ofFields("architecture.dropout", "architecture.hidden")),
    ...checkLossTargets(withData("loss")),
    ...checkOutputTargets(withData("architecture.output")),
    ...checkSmoothedTargets(withData("labelSmoothing")),
    ...checkClassWeights(withData("classWeights")),
    ...checkBatchSize(withData("batchSize")),
  ];
}

function checkMeetings(meetings: Meetings, draft: Draft): Problem[] {
  const { stops, datasets, unreadable } = meetings;
  const requested = requestedMetrics(draft)?.map(({ value }) => value);
  return [
    ...unreadable,
    ...checkPairs(meetings),
    ...checkStopping(stops, requested),
    ...checkMetrics(draft, datasets),
    ...checkMnist(datasets),
    ...checkFolds(datasets),
  ];
}

function tooMany({ root }: Draft, limit: GridLimit, kept: number, raw: number): Problem {
  return errorAt(entryOf(root, "sweep")!.keyPlace, tooLarge(limit, `${kept} of ${raw}, after the rules`));
}

function hasError(problems: readonly Problem[]): boolean {
  return problems.some(isError);
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}
