import type { FleetFigures } from "./fleet.ts";
import type { GridFigures } from "./grid.ts";
import type { HostileFigures } from "./hostile.ts";
import type { KernelFigures } from "./kernels.ts";
import type { OptimizerFigures } from "./optimizers.ts";
import type { OverheadFigures } from "./overhead.ts";
import type { Part } from "./part.ts";
import type { PeerFigures } from "./peers.ts";
import type { PlanningFigures } from "./planning.ts";
import type { ProgramFigures } from "./programs.ts";
import type { PublicFigures } from "./public.ts";
import type { ReportFigures } from "./reports.ts";
import type { SklearnFigures } from "./sklearn.ts";
import type { StoreFigures } from "./store.ts";
import type { TableFigures } from "./tables.ts";
import type { WholeFigures } from "./whole.ts";

/** What each part of the benchmark measures. */
export interface Figures {
  readonly grid: GridFigures;
  readonly whole: WholeFigures;
  readonly kernels: KernelFigures;
  readonly peers: PeerFigures;
  readonly optimizers: OptimizerFigures;
  readonly overhead: OverheadFigures;
  readonly sklearn: SklearnFigures;
  readonly public: PublicFigures;
  readonly planning: PlanningFigures;
  readonly reports: ReportFigures;
  readonly tables: TableFigures;
  readonly store: StoreFigures;
  readonly hostile: HostileFigures;
  readonly programs: ProgramFigures;
  readonly fleet: FleetFigures;
}

export type PartName = keyof Figures;

/** All parts of the benchmark, in the order of RESULTS.md. */
export const PARTS: { readonly [Name in PartName]: Part<Figures[Name]> } = {
  grid: {
    what: "twelve trials, whole command, beside PyTorch and scikit-learn",
    needs: ["MNIST"],
    load: async () => (await import("./grid.ts")).grid,
  },
  whole: {
    what: "whole commands against the training in them; what a second worker gains",
    needs: [],
    load: async () => (await import("./whole.ts")).whole,
  },
  kernels: {
    what: "training speed on one core, beside naive JavaScript loops",
    needs: [],
    load: async () => (await import("./kernels.ts")).kernels,
  },
  peers: {
    what: "training speed on one core, beside other libraries",
    needs: ["MNIST"],
    load: async () => (await import("./peers.ts")).peers,
  },
  optimizers: {
    what: "what optimizers, penalties and dropout cost",
    needs: [],
    load: async () => (await import("./optimizers.ts")).optimizers,
  },
  overhead: {
    what: "start-up, and what a sweep costs besides training",
    needs: [],
    load: async () => (await import("./overhead.ts")).overhead,
  },
  sklearn: {
    what: "the tables of scikit-learn, beside it",
    needs: ["sklearn"],
    load: async () => (await import("./sklearn.ts")).sklearn,
  },
  public: {
    what: "twenty public tables, from init to predict",
    needs: ["public tables"],
    load: async () => (await import("./public.ts")).publicTables,
  },
  planning: {
    what: "plan and validate, and what plan predicts",
    needs: [],
    load: async () => (await import("./planning.ts")).planning,
  },
  reports: {
    what: "reports and pages of many trials",
    needs: [],
    load: async () => (await import("./reports.ts")).reports,
  },
  tables: {
    what: "loading a large CSV file",
    needs: [],
    load: async () => (await import("./tables.ts")).tables,
  },
  store: {
    what: "commands on many trials and their records",
    needs: [],
    load: async () => (await import("./store.ts")).store,
  },
  hostile: {
    what: "validate on small files that ask for much",
    needs: [],
    load: async () => (await import("./hostile.ts")).hostile,
  },
  programs: {
    what: "what a trial of a program costs beside the bare command",
    needs: [],
    load: async () => (await import("./programs.ts")).programs,
  },
  fleet: {
    what: "what a fleet costs beside threads",
    needs: ["redis-server"],
    load: async () => (await import("./fleet.ts")).fleet,
  },
};

/** Their names, in this order. */
export const PART_NAMES = Object.keys(PARTS) as readonly PartName[];

export function isPartName(name: string): name is PartName {
  return name in PARTS;
}
