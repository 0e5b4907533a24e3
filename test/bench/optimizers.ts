/**
 * What optimizers, penalties and dropout cost beside plain gradient descent, 784-30-10.
 * @module
 */
import { placeDataset } from "../../src/kernels/simd/place-dataset.ts";
import { loadImages } from "./data.ts";
import { pinToOneCore } from "./machine.ts";
import { openOurNetwork } from "./our-network.ts";
import { bySize, type Measurement, type Size } from "./part.ts";
import { ratio, type Figure } from "./figure.ts";
import { Protocol } from "./protocol.ts";
import { tableText } from "./table.ts";
import { TRAINING_NAMES, TRAININGS, type Training } from "./trainings.ts";

export interface OptimizerFigures {
  readonly rows: readonly {
    readonly batch: number;
    readonly figures: Readonly<Record<Training, Figure>>;
  }[];
}

export const optimizers: Measurement<OptimizerFigures> = { measure, text };

async function measure(size: Size): Promise<OptimizerFigures> {
  pinToOneCore(size);
  const protocol = new Protocol(size);
  const { set } = await loadImages(size);
  const rows = [];
  for (const batch of bySize(size, { full: [10, 32, 128], quick: [32], smallest: [32] })) {
    const data = placeDataset(set, 0);
    const candidates = TRAINING_NAMES.map((name) => {
      const network = openOurNetwork(data, { hidden: [30], batch, training: TRAININGS[name] });
      return { ...protocol.candidate(name, network.examples, () => network.train()), name };
    });
    rows.push({ batch, figures: await protocol.measureInTurn(candidates) });
  }
  return { rows };
}

function text({ rows }: OptimizerFigures): string {
  const lines = TRAINING_NAMES.map((name) => [name, ...rows.map(({ figures }) => cell(figures, name))]);
  return [
    "784-30-10: CPU time of training against plain gradient descent; ~ = disturbed",
    tableText([["", ...rows.map(({ batch }) => `batch ${batch}`)], ...lines]),
  ].join("\n");
}

function cell(figures: Readonly<Record<Training, Figure>>, name: Training): string {
  const { plain } = figures;
  const mark = plain.isDisturbed || figures[name].isDisturbed ? "~" : "";
  return mark + (name === "plain" ? "1" : ratio(plain, figures[name]).toFixed(2));
}
