import type { ClassDataset, Dataset, PartName } from "../../data/dataset.ts";
import { growMemory, type DatasetMemory } from "../../kernels/dataset-memory.ts";
import type { Kernel, Session } from "../../kernels/kernel.ts";
import { placeDataset } from "../../kernels/simd/place-dataset.ts";
import type { NetworkConfiguration } from "../../fields/configuration.ts";
import { layersOf } from "../checkpoint.ts";
import type { KeptModel } from "../model-keeper.ts";
import { networkOf } from "../network-of.ts";
import { collectActivations } from "../collect-activations.ts";
import { confusionOf, answerAt, type Answers } from "./confusion-of.ts";
import { curveOf } from "./curve-of.ts";
import { hasCurve, hasPlane } from "./has-picture.ts";
import { hiddenUnits } from "./hidden-units.ts";
import { inkOf } from "./ink-of.ts";
import { planeOf } from "./plane-of.ts";
import type { Portrait, Mistake } from "./portrait.ts";

/** A trained network. */
export interface Model extends KeptModel {
  readonly trialId: string;
  readonly configuration: NetworkConfiguration;
}

/**
 * Returns the portrait of a trained network: its answers, and what its units have learned.
 * @param data The data set in a shared memory, where it lies in one already.
 */
export function takePortrait(model: Model, dataset: Dataset, kernel: Kernel, data?: DatasetMemory): Portrait {
  const { trialId, epoch } = model;
  const part = shownPart(dataset);
  return {
    trialId,
    epoch,
    part,
    ...(dataset.labels && classifierPortrait(model, dataset, data ?? placeDataset(dataset, 0), kernel)),
    ...(dataset.targets &&
      hasCurve(dataset) && { curve: curveOf(dataset, (asked) => answersOn(asked, model, kernel)) }),
  };
}

function classifierPortrait(
  model: Model,
  dataset: ClassDataset,
  data: DatasetMemory,
  kernel: Kernel,
): Omit<Portrait, "trialId" | "epoch" | "part"> {
  const session = openSession(model, data, kernel);
  const part = shownPart(dataset);
  const rows = dataset.parts[part];
  const last = model.configuration.architecture.hidden.length;
  const outputs = collectActivations(session, rows, last);
  const labels = Uint8Array.from(rows, (row) => dataset.labels[row]!);
  const seen = { outputs, labels, classes: dataset.target.count };
  return {
    confusion: confusionOf(seen),
    ...(dataset.image && { mistakes: findMistakes(seen, rows, data) }),
    ...(dataset.image &&
      last > 0 && {
        units: hiddenUnits(
          { weights: layersOf(model.tensors)[0]!.weights, activations: collectActivations(session, rows, 0) },
          { rows, labels },
          data,
        ),
      }),
    ...(hasPlane(dataset) && {
      plane: planeOf(dataset, part, (grid) => answersOn(grid, model, kernel)),
    }),
  };
}

function shownPart({ sizes }: Dataset): PartName {
  return sizes.test > 0 ? "test" : sizes.validation > 0 ? "validation" : "train";
}

function answersOn(grid: Dataset, model: Model, kernel: Kernel): Float32Array {
  const last = model.configuration.architecture.hidden.length;
  return collectActivations(openSession(model, placeDataset(grid, 0), kernel), grid.parts.test, last);
}

function openSession({ configuration, tensors }: Model, data: DatasetMemory, kernel: Kernel): Session {
  const network = networkOf(configuration, data);
  const capacity = { order: 1, batches: 1 };
  const bytes = kernel.regionBytes(network, capacity);
  const offset = growMemory(data.memory, bytes);
  const session = kernel.open(data, { offset, bytes }, network, capacity);
  session.setParameters(layersOf(tensors));
  return session;
}

const MOST_MISTAKES = 12;

/** Returns the wrong answers that lead the right one by most. */
function findMistakes(answers: Answers, rows: Uint32Array, data: DatasetMemory): Mistake[] {
  const { labels, outputs, classes } = answers;
  const wrong = [...labels.keys()].flatMap((i) => {
    const [label, answer] = [labels[i]!, answerAt(answers, i)];
    const lead = outputs[i * classes + answer]! - outputs[i * classes + label]!;
    return answer === label ? [] : [{ i, label, answer, lead }];
  });
  const worst = wrong.sort((a, b) => b.lead - a.lead || a.i - b.i).slice(0, MOST_MISTAKES);
  return worst.map(({ i, label, answer }) => ({ label, answer, ink: inkOf(data, rows[i]!) }));
}
