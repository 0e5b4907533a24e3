import { expect, test } from "vitest";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { placeDataset } from "../../src/kernels/simd/place-dataset.ts";
import { simd } from "../../src/kernels/simd/simd.ts";
import { asNetwork } from "../../src/configuration/kind-of.ts";
import { capacityOf } from "../../src/training/epoch-trainer.ts";
import { NetworkCourse } from "../../src/training/kinds/network-course.ts";
import { networkOf } from "../../src/training/network-of.ts";
import { experimentOf } from "../support/train.ts";
import { NO_FILES } from "../support/no-files.ts";

test("NetworkCourse grows its series with the epochs, makes none of them anew, and cuts them where it goes back", async () => {
  const yaml = "dataset: xor\narchitecture: {hidden: [2]}\neta: 1\nbatchSize: full\nepochs: 9\n";
  const configuration = asNetwork(experimentOf(yaml).base);
  const dataset = await loadDataset(configuration.dataset, NO_FILES);
  const capacity = capacityOf(configuration, dataset.sizes.train);
  const bytes = simd.regionBytes(networkOf(configuration, dataset), capacity);
  const data = placeDataset(dataset, bytes);
  const place = { kernel: simd, data, region: { offset: data.end, bytes } };
  const course = new NetworkCourse({ configuration, baseSeed: 0, replicate: 0 }, [], place);

  const losses = course.series()["testLoss"]!;
  expect(losses).toHaveLength(1);
  const [atOne, tensors] = [course.advance(), course.tensors()];
  const then = course.measurement;
  course.advance();
  expect(atOne).toBe(true);
  expect(course.series()["testLoss"]).toBe(losses);
  expect(losses).toHaveLength(3);
  course.goBack(1, tensors);
  expect([course.epoch, losses.length, course.measurement]).toEqual([1, 2, then]);
});
