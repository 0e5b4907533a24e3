import { asNetwork } from "../configuration/kind-of.ts";
import { toFailure } from "../errors.ts";
import { simd } from "../kernels/simd/simd.ts";
import { portrayedTrials } from "../results/portrayed-trials.ts";
import type { Results } from "../results/results.ts";
import { keepLabel } from "../training/model-keeper.ts";
import type { Portrait } from "../training/portraits/portrait.ts";
import { hasPortrait } from "../training/portraits/has-picture.ts";
import { takePortrait } from "../training/portraits/take-portrait.ts";
import type { Plan } from "../trials/plan.ts";
import type { Trial } from "../trials/trial.ts";
import type { SweepMeans } from "./train-planned.ts";
import type { LeadingModels } from "./models/leading-models.ts";
import { trainedModel } from "./models/trained-model.ts";

/** The looks at models that pictures show. */
export interface Portrayal {
  readonly portraits: readonly Portrait[];
  /** Why there are none where pictures are wanted: no reason to lose what has been trained. */
  readonly undrawn?: string;
}

/** How looks are taken. */
interface PortrayalOptions extends SweepMeans {
  /** The weights of trials that have just trained. */
  readonly leading?: LeadingModels | undefined;
}

/**
 * Takes the looks at models that pictures show. A model whose weights are neither in memory nor in the store is trained
 * again, once, with a notice; its portrait is kept in the store. Never throws: errors are part of the result.
 */
export async function takePortraits(
  plan: Plan,
  results: Results,
  options: PortrayalOptions,
): Promise<Portrayal> {
  const portraits: Portrait[] = [];
  if (results.best && !hasPortrait(results.best.facts)) return { portraits };
  try {
    for (const { trial } of portrayedTrials(results)) {
      const portrait = await portraitOf(trial, plan, options);
      if (!portrait) return { portraits: [], undrawn: "it was cancelled" };
      portraits.push(portrait);
    }
  } catch (error) {
    return { portraits: [], undrawn: toFailure(error).message };
  }
  return { portraits };
}

async function portraitOf(
  trial: Trial,
  plan: Plan,
  options: PortrayalOptions,
): Promise<Portrait | undefined> {
  const { objective } = plan.experiment;
  const kept = keepLabel(objective.at, objective);
  const known = await options.records.readPortrait(trial.id, kept);
  if (known) return known;
  const portrait = options.signal?.aborted ? undefined : await portray(trial, plan, options);
  // A portrait that cannot be stored can still be used.
  if (portrait) await options.records.writePortrait(portrait, kept).catch(() => undefined);
  return portrait;
}

/** Undefined if the user stopped it. */
async function portray(trial: Trial, plan: Plan, options: PortrayalOptions): Promise<Portrait | undefined> {
  const { leading, recent, listener } = options;
  const onTraining = (): void =>
    listener?.onNotice?.(`training trial ${trial.index} again for its pictures: its weights were not kept`);
  const model =
    leading?.modelOf(trial) ??
    (await trainedModel(trial, plan, { ...options, listener: {}, onTraining, purpose: "draw" }));
  if (!model) return undefined;
  const { id, configuration, dataDigest } = trial;
  const network = asNetwork(configuration);
  const { dataset, data } = await recent.load(dataDigest, network.dataset, {
    ...options.load,
    folder: plan.experiment.sweep.folder,
  });
  return takePortrait({ ...model, trialId: id, configuration: network }, dataset, simd, data);
}
