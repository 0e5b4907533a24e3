/**
 * What the session of a playground runs in: reads, plans, and asks other workers to train, so that its page stays smooth.
 * @module
 */
import { SpecError } from "../spec/spec-error.ts";
import { GridientError } from "../errors.ts";
import { networkIn } from "../configuration/kind-of.ts";
import { simd } from "../kernels/simd/simd.ts";
import { RecentData } from "../pipeline/data/recent-data.ts";
import type { TrainTask } from "../pipeline/threads/train-batch.ts";
import type { PageAssets } from "../report/page/page-assets.ts";
import { takePortrait } from "../training/portraits/take-portrait.ts";
import type { Calls, Message, Request, SessionFailure } from "./messages.ts";
import { Playground } from "./playground.ts";
import { openShelf } from "./indexed-shelf.ts";
import { memoryShelf, type Shelf } from "./shelf.ts";
import { ShelfRecords } from "./shelf-records.ts";
import type { SeenWeights } from "./trainer-messages.ts";
import { WebRunner } from "./web-runner.ts";

/** A session with all that it needs. */
interface Opened {
  readonly playground: Playground;
  readonly shelf: Shelf;
}

const opening = open();
let lastCheck = 0;

addEventListener("message", ({ data: request }: MessageEvent<Request>) => {
  if (request.call === "check") lastCheck = request.id;
  answer(request).then(
    (found) => post({ kind: "answer", id: request.id, answer: found }),
    (error: unknown) => post({ kind: "failure", id: request.id, failure: failureOf(error) }),
  );
});

/** Fetches everything at once: later the session asks for nothing. */
async function open(): Promise<Opened> {
  const [script, style, trainer, trainerCode] = await Promise.all(
    ["report/page.js", "report/page.css", "report/trainer.txt", "trainer.js"].map(textOf),
  );
  const assets: PageAssets = { script: script!, style: style!, trainer: trainer! };
  const url = URL.createObjectURL(new Blob([trainerCode!], { type: "text/javascript" }));
  const recent = new RecentData();
  const runner = new WebRunner({
    startWorker: () => new Worker(url, { type: "module", name: "trainer" }),
    isShared: crossOriginIsolated,
    onWeights: (task, weights) => showPortrait(task, weights, recent),
  });
  const shelf = await openShelf("gridient").catch(memoryShelf);
  const records = new ShelfRecords(shelf);
  const takeRunner = (width: number) => runner.take(width);
  const now = () => performance.now();
  return { playground: new Playground({ records, takeRunner, assets, recent, now }), shelf };
}

async function textOf(path: string): Promise<string> {
  const response = await fetch(new URL(path, import.meta.url));
  if (!response.ok) throw new Error(`Cannot load ${path}: answer ${response.status}`);
  return response.text();
}

async function answer(request: Request): Promise<Calls[keyof Calls]["answer"]> {
  const { playground, shelf } = await opening;
  switch (request.call) {
    case "ready":
      return undefined;
    case "setFiles":
      return playground.setFiles(request.ask);
    case "check":
      await new Promise((resolve) => setTimeout(resolve)); // a later text may have come meanwhile
      if (request.id !== lastCheck) return undefined;
      return playground.check(request.ask, navigator.hardwareConcurrency);
    case "sweep":
      return playground.sweep(request.ask.spec, {
        workers: request.ask.workers,
        onStatus: (status) => post({ kind: "status", status }),
      });
    case "stop":
      return playground.stop();
    case "stopTrial":
      return playground.stopTrial(request.ask);
    case "resultsSoFar":
      return playground.resultsSoFar();
    case "results":
      return playground.results();
    case "model":
      return playground.model(request.ask);
    case "zip":
      return playground.zip();
    case "forget":
      return shelf.clear();
    default:
      return request satisfies never;
  }
}

/** Shows what a network that trains answers now, while its data set is still at hand. */
function showPortrait({ jobs }: TrainTask, { place, epoch, tensors }: SeenWeights, recent: RecentData): void {
  const [trial] = jobs[place]!.trials;
  const [found, configuration] = [recent.find(trial.dataDigest), networkIn(trial.configuration)];
  if (!found || !configuration) return;
  const model = { trialId: trial.id, configuration, epoch, tensors };
  post({
    kind: "portrait",
    portrait: { trial: trial.index, portrait: takePortrait(model, found.dataset, simd) },
  });
}

function failureOf(error: unknown): SessionFailure {
  if (error instanceof SpecError) return { code: "invalid", message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof GridientError)) return { code: "failed", message };
  const code = error.code === "E_PROGRAM" ? "program" : error.code === "E_USAGE" ? "busy" : "failed";
  return { code, message, ...(error.hint !== undefined && { hint: error.hint }) };
}

function post(message: Message): void {
  postMessage(message);
}
