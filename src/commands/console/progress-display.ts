import { leftText } from "../../text/quantity-text.ts";
import type { Glyphs } from "../../terminal/glyphs.ts";
import type { FleetSize } from "../../pipeline/listener.ts";
import { clipText } from "../../text/clip-text.ts";
import { counted } from "../../text/counted.ts";
import { sendCommand, type Output, type Paint } from "./io.ts";
import type { Progress, ProgressState, RunningTrial } from "../../pipeline/progress/progress.ts";

const REDRAW_MS = 100;
const PLAIN_MS = 20_000;
const BAR = 24;

/** Colours and characters of a terminal. */
interface Look {
  readonly paint: Paint;
  readonly glyphs: Glyphs;
}

/** Shows a sweep's progress: a redrawn block on a terminal, elsewhere a plain line from time to time. */
export class ProgressDisplay {
  readonly #progress: Progress;
  readonly #output: Output;
  readonly #look: Look;
  readonly #timer: NodeJS.Timeout | undefined;
  #lines = 0;

  /** @param isDrawn Whether progress is shown, or only what `print` is given. */
  constructor(progress: Progress, output: Output, look: Look, isDrawn: boolean = true) {
    this.#progress = progress;
    this.#output = output;
    this.#look = look;
    if (!isDrawn) return;
    this.#timer = setInterval(() => this.#draw(), output.isTTY ? REDRAW_MS : PLAIN_MS);
    this.#timer.unref();
  }

  /** Writes lines above the display. */
  print(lines: string): void {
    this.#erase();
    this.#output.write(lines);
  }

  /** Ends the display and clears its block. */
  stop(): void {
    clearInterval(this.#timer);
    this.#erase();
  }

  #draw(): void {
    const state = this.#progress.state();
    if (!this.#output.isTTY) {
      this.#output.write(`${plainLine(state)}\n`);
      return;
    }
    const width = (this.#output.columns ?? 80) - 1;
    const lines = blockLines(state, this.#look, width);
    this.#erase();
    this.#output.write(`${lines.join("\n")}\n`);
    this.#lines = lines.length;
  }

  #erase(): void {
    if (this.#lines > 0) sendCommand(this.#output, `\u001b[${this.#lines}A\u001b[J`);
    this.#lines = 0;
  }
}

/** One line for logs. */
export function plainLine(state: ProgressState): string {
  const best = state.best === undefined ? "" : `, best so far: ${state.best}`;
  return `${state.name}: ${headline(state)}${best}`;
}

/** The block for terminals: a bar, the best so far, the running trials. No line is longer than `width`. */
export function blockLines(state: ProgressState, { paint, glyphs }: Look, width: number): string[] {
  const { done, left, cut, spell } = glyphs;
  const full = Math.round(state.share * BAR);
  const bar = paint.green(done.repeat(full)) + paint.dim(left.repeat(BAR - full));
  const fit = (text: string, room: number): string => clipText(spell(text), room, cut);
  const lines = [`${state.name} ${bar} ${fit(headline(state), width - BAR - state.name.length - 2)}`];
  if (state.best !== undefined) lines.push(fit(`  best so far: ${state.best}`, width));
  return [...lines, ...state.running.map((trial) => paint.dim(fit(runningLine(trial), width)))];
}

function runningLine({ label, epoch, epochs }: RunningTrial): string {
  return `  running: ${label}, epoch ${epoch} of ${epochs}`;
}

function headline(state: ProgressState): string {
  const parts = [`${state.done} of ${state.trials} trials`];
  if (state.failed > 0) parts.push(`${state.failed} failed`);
  if (state.fleet) parts.push(fleetText(state.fleet));
  if (state.samplesPerSecond > 0) parts.push(`${inThousands(state.samplesPerSecond)} samples/s`); // unknown of programs
  if (state.secondsLeft !== undefined) parts.push(leftText(state.secondsLeft, state.round));
  return state.round === "" ? parts.join(", ") : `${state.round}; ${parts.join(", ")}`;
}

/** "3 workers with 12 threads". */
function fleetText({ workers, threads }: FleetSize): string {
  return `${counted(workers, "worker")} with ${threads} threads`;
}

function inThousands(count: number): string {
  return count < 10_000 ? `${Math.round(count)}` : `${Math.round(count / 1000)}k`;
}
