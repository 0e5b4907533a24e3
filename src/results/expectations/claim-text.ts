import type {
  BoundClaim,
  Claim,
  DivergenceClaim,
  EpochChoice,
  Expectation,
  TrendClaim,
} from "../../spec/expectation.ts";
import { figureText, sizeText } from "../figure-text.ts";
import { metricText } from "../metric-text.ts";
import type { OwnUnits } from "../own-units.ts";
import { groupText } from "./group-text.ts";

/** Returns an expectation as a rule in words: "validation accuracy must be at least 95.00 % where eta = 3". */
export function claimText({ where, claim }: Expectation, units: OwnUnits): string {
  const place = groupText(where);
  const scope = place === "" ? "" : ` where ${place}`;
  if (claim.kind !== "comparison") return `${ruleText(claim, units)}${scope}`;
  const { metric, at, others, by } = claim;
  const margin = by === 0 ? "" : ` by more than ${pointsText(metric, by)}`;
  const who = `${metricText(metric, units)}${epochText(at)}`;
  return `${who} must be better${margin}${scope} than where ${groupText(others)}`;
}

function ruleText(claim: Exclude<Claim, { kind: "comparison" }>, units: OwnUnits): string {
  switch (claim.kind) {
    case "bound":
      return boundText(claim, units);
    case "divergence":
      return divergenceText(claim);
    case "trend":
      return trendText(claim, units);
    default:
      return claim satisfies never;
  }
}

function boundText({ metric, at, of, low, high }: BoundClaim, units: OwnUnits): string {
  const figure = (value: number): string => figureText(metric, value);
  const owner = { mean: "", best: "the best ", every: "", some: "" }[of];
  const each = { mean: "", best: "", every: " of every replicate", some: " of some replicate" }[of];
  const subject = `${owner}${metricText(metric, units)}${each}${epochText(at)}`;
  if (high === undefined) return `${subject} must be at least ${figure(low!)}`;
  if (low === undefined) return `${subject} must be at most ${figure(high)}`;
  if (figure(low) === figure(high)) return `${subject} must be ${figure(low)}`;
  return `${subject} must lie between ${figure(low)} and ${figure(high)}`;
}

function divergenceText({ diverged }: DivergenceClaim): string {
  const subject = { none: "no replicate may", some: "some replicate must", every: "every replicate must" };
  return `${subject[diverged]} diverge`;
}

function trendText({ metric, at, axis, direction, tolerance }: TrendClaim, units: OwnUnits): string {
  const verb = direction === "rises" ? "rise" : "fall";
  const slack = tolerance === 0 ? "" : `, but for ${pointsText(metric, tolerance)},`;
  return `${metricText(metric, units)}${epochText(at)} must ${verb}${slack} along ${axis}`;
}

function pointsText(metric: string, size: number): string {
  return sizeText(metric, { n: 1, mean: size, sd: null, ci95: null });
}

function epochText(at: EpochChoice): string {
  if (at === "last") return "";
  if (at === "best") return " at the best epoch";
  return typeof at === "number" ? ` at epoch ${at}` : ` at the best of epochs 0 to ${at.upTo}`;
}
