import type { DatasetMemory } from "../kernels/dataset-memory.ts";
import { batchSteps } from "../kernels/batch-steps.ts";
import type { Capacity, Session } from "../kernels/kernel.ts";
import type { Network } from "../kernels/network.ts";
import { batchExamples } from "../configuration/batch-examples.ts";
import { trialStreamKey } from "../math/stream-key.ts";
import type { PhiloxKey } from "../math/philox.ts";
import { epochEtas, type Watched } from "./schedules/epoch-etas.ts";
import type { NetworkConfiguration } from "../fields/configuration.ts";
import type { Trial } from "../trials/trial.ts";

/** The parts of a trial that determine how its network trains. */
export interface Training extends Pick<Trial, "baseSeed" | "replicate"> {
  readonly configuration: NetworkConfiguration;
}

/** Trains epochs of mini-batches drawn without replacement; its buffers are made once. */
export class EpochTrainer {
  readonly #session: Session;
  readonly #order: Uint32Array;
  readonly #batchSize: number;
  readonly #network: Network;
  readonly #configuration: Training["configuration"];
  readonly #losses: Float64Array;
  readonly #shuffle: PhiloxKey;

  constructor(
    session: Session,
    data: DatasetMemory,
    { network, training: { configuration, baseSeed, replicate } }: { network: Network; training: Training },
  ) {
    const { order, batches } = capacityOf(configuration, data.sizes.train);
    this.#session = session;
    this.#order = new Uint32Array(order);
    this.#batchSize = batchExamples(configuration, order);
    this.#network = network;
    this.#configuration = configuration;
    this.#losses = new Float64Array(batches);
    this.#shuffle = trialStreamKey(baseSeed, replicate, "shuffle");
  }

  /**
   * Trains one epoch; returns the mean of its batches' losses, as trained.
   *
   * @param watched What the schedule `plateau` watches.
   */
  train(epoch: number, watched: Watched): number {
    this.#session.shuffle(this.#order, this.#shuffle, epoch);
    this.#session.train(this.#order, this.#batchSize, this.#steps(epoch, watched), this.#losses, epoch);
    let sum = 0;
    for (let batch = 0; batch < this.#losses.length; batch++)
      sum += this.#losses[batch]! / this.#sizeOf(batch);
    return sum / this.#losses.length;
  }

  /** Returns the rows of the first whole batches of an epoch, `atMost` of them: views that the next call overwrites. */
  batches(epoch: number, atMost: number): Uint32Array[] {
    this.#session.shuffle(this.#order, this.#shuffle, epoch);
    const length = Math.min(Math.floor(this.#order.length / this.#batchSize), atMost);
    return Array.from({ length }, (_, batch) => {
      return this.#order.subarray(batch * this.#batchSize, (batch + 1) * this.#batchSize);
    });
  }

  #steps(epoch: number, watched: Watched): Float32Array {
    const { eta, schedule, epochs } = this.#configuration;
    const batches = this.#losses.length;
    return batchSteps(this.#network, {
      etas: epochEtas(eta, schedule, { epoch, epochs, batches, watched }),
      examples: this.#order.length,
      batchSize: this.#batchSize,
      stepsBefore: (epoch - 1) * batches,
    });
  }

  #sizeOf(batch: number): number {
    return Math.min(this.#batchSize, this.#order.length - batch * this.#batchSize);
  }
}

/** Returns how large the buffers of a session must be to train whole epochs. */
export function capacityOf(configuration: NetworkConfiguration, examples: number): Capacity {
  return { order: examples, batches: Math.ceil(examples / batchExamples(configuration, examples)) };
}
