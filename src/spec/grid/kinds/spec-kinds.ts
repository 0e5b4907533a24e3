import type { ExperimentKind } from "../../../metrics/metrics.ts";
import { descent } from "./function.ts";
import { network } from "./network.ts";
import { program } from "./program.ts";
import type { SpecKind } from "./spec-kind.ts";

/** How specs of each kind are read. */
export const SPEC_KINDS: Readonly<Record<ExperimentKind, SpecKind>> = { network, function: descent, program };
