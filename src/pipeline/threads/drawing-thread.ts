import { packageFile } from "../../files/package-file.ts";
import { drawPicture } from "../../report/pictures/draw-picture.ts";
import type { Picture } from "../../report/pictures/picture.ts";
import type { Runner } from "../../runners/runner.ts";
import { threadRunner } from "../../runners/thread-runner.ts";
import type { Drawing } from "./draw-in-thread.ts";

/**
 * A thread that draws charts while this one looks at models and writes tables: loading what draws them, and drawing the
 * first ones, takes longer than all the rest of a report.
 */
export class DrawingThread {
  readonly #ended = new AbortController();
  readonly #begun = new Map<string, Promise<string>>();
  #runner: Runner<Drawing, string> | undefined;

  /** Starts the thread, if the system lets it. */
  start(): void {
    try {
      const url = packageFile("dist/program/draw-in-thread.js");
      this.#runner ??= threadRunner({ url, name: "drawInThread" }, 1);
    } catch {
      // Pictures are drawn in this thread then.
    }
  }

  /** Begins to draw pictures that will be asked for, if there is a thread for it. */
  prepare(pictures: readonly Picture[]): void {
    if (!this.#runner) return;
    for (const picture of pictures) this.draw(picture).catch(() => undefined); // who asks for it is told
  }

  /** Returns a picture as SVG, drawn in the thread or, without one, here. */
  draw(picture: Picture): Promise<string> {
    const { drawing, alt } = picture;
    if (!this.#runner || typeof drawing === "string") return drawPicture(picture);
    const key = JSON.stringify([drawing, alt]);
    const begun = this.#begun.get(key) ?? this.#drawThere({ drawing, alt }, this.#runner);
    this.#begun.set(key, begun);
    return begun;
  }

  /** Ends the thread, and what it is drawing. */
  async close(): Promise<void> {
    this.#ended.abort();
    await this.#runner?.close();
  }

  async #drawThere(drawing: Drawing, runner: Runner<Drawing, string>): Promise<string> {
    const { signal } = this.#ended;
    const ended = await runner.run(drawing, { signal });
    if (ended.status === "done") return ended.result;
    signal.throwIfAborted();
    return drawPicture(drawing); // a thread may die; what cannot be drawn fails here, too, and says why
  }
}
