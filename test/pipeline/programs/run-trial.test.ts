import { getEventListeners } from "node:events";
import { expect, it } from "vitest";
import { Checkpoints } from "../../../src/pipeline/programs/checkpoints.ts";
import { Measurements } from "../../../src/pipeline/programs/measurements.ts";
import { isProgram } from "../../../src/configuration/program-folder.ts";
import { runTrial } from "../../../src/pipeline/programs/run-trial.ts";
import { TrialFolders } from "../../../src/pipeline/programs/trial-folder.ts";
import { ProgramLauncher } from "../../../src/runners/program-launcher.ts";
import { emptyStore } from "../../../src/store/empty-store.ts";
import { planTrials } from "../../../src/trials/plan.ts";
import { experimentOf } from "../../support/train.ts";

const EXPERIMENT =
  '{kind: program, command: [echo, "${checkpoint}"], checkpoints: true, parameters: {eta: 1}, metrics: {loss: minimize}}';

class BrokenLauncher extends ProgramLauncher {
  override run(): Promise<never> {
    return Promise.reject(new Error("no more processes"));
  }
}

it.each([
  ["its checkpoint cannot be read", "the disk is gone", () => Promise.reject(new Error("the disk is gone"))],
  ["its program cannot be started", "no more processes", () => Promise.resolve(undefined)],
])("leaves no listener on the signal of its sweep if %s", async (_, message, restoreFolder) => {
  const plan = planTrials(experimentOf(EXPERIMENT));
  const [trial] = plan.trials;
  const configuration = trial?.configuration;
  if (!trial || !configuration || !isProgram(configuration)) throw new Error("A program is expected");
  const { signal } = new AbortController();
  const folders = new TrialFolders();
  const { outcome } = await runTrial({
    trial,
    configuration,
    from: plan.experiment.sweep.folder,
    measurements: new Measurements(["loss"], 1),
    names: [],
    environment: {},
    timeout: undefined,
    signal,
    launcher: new BrokenLauncher(new URL("file:///none"), 1),
    onStart: () => undefined,
    folders,
    checkpoints: new Checkpoints({
      plan,
      store: { ...emptyStore(), restoreFolder },
      notify: () => undefined,
    }),
    onReport: () => undefined,
  });
  await folders.close();
  expect(outcome).toMatchObject({ status: "failed", failure: { message: expect.stringContaining(message) } });
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
