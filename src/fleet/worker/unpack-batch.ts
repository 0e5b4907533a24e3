import type { DatasetFacts } from "../../data/dataset.ts";
import { generatedSource } from "../../data/generated.ts";
import { recipeDigest } from "../../data/recipe-digest.ts";
import { nodeSystem } from "../../files/node-system.ts";
import type { Configuration } from "../../fields/configuration.ts";
import { makeJobs, type Job, type JobPlan } from "../../trials/job.ts";
import { configurationKeys, prefixIdOf, trialIdOf } from "../../trials/trial-id.ts";
import type { Trial } from "../../trials/trial.ts";
import type { BatchMessage, JobMessage } from "../messages.ts";

/** A batch as a worker trains it. */
export interface Unpacked {
  readonly plan: JobPlan;
  readonly jobs: readonly Job[];
}

/**
 * Turns a batch back into jobs. Every id is computed again from what will be trained: a trial that was sent under another id, by
 * another version or by mistake, is not trained.
 * @throws {Error} If an id does not fit.
 */
export function unpackBatch({ jobs, data, settings }: BatchMessage): Unpacked {
  const keyOf = configurationKeys();
  const configurations: { configuration: Configuration; facts: DatasetFacts }[] = [];
  const trials = jobs.flatMap((job) => {
    const facts = factsOf(job, data);
    return job.epochs.map((epochs, i): Trial => {
      const configuration = { ...job.configuration, epochs };
      const { replicate, baseSeed, dataDigest } = job;
      const key = keyOf(configuration, { facts, dataDigest });
      const prefixId = prefixIdOf(key, { baseSeed, replicate, dataDigest }, nodeSystem);
      const id = trialIdOf(prefixId, epochs, nodeSystem);
      if (id !== job.ids[i]) throw new Error(`a trial has another id: ${id} instead of ${job.ids[i]}`);
      const index = configurations.push({ configuration, facts }) - 1;
      return {
        id,
        prefixId,
        index,
        configurationIndex: index,
        configuration,
        replicate,
        baseSeed,
        dataDigest,
      };
    });
  });
  const plan = { experiment: { metrics: settings.metrics }, configurations };
  return { plan, jobs: makeJobs(trials, plan) };
}

/** Generated data is described by its options alone; for other data the batch has the facts. */
function factsOf({ configuration, dataDigest }: JobMessage, data: BatchMessage["data"]): DatasetFacts {
  const { dataset } = configuration;
  const source = generatedSource(dataset.name);
  if (!source) {
    const facts = data[dataDigest];
    if (!facts) throw new Error("a data set is not described");
    return facts;
  }
  if (recipeDigest(source.recipe(dataset)) !== dataDigest)
    throw new Error(`the data set ${dataset.name} has another digest`);
  return source.facts(dataset);
}
