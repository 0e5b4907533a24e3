import { toFailure } from "../../errors.ts";
import { drawPicture, loadCharts } from "../../report/pictures/draw-picture.ts";
import type { Picture } from "../../report/pictures/picture.ts";
import type { TaskOutcome } from "../../runners/runner.ts";

/** What is drawn. */
export type Drawing = Pick<Picture, "drawing" | "alt">;

void loadCharts().catch(() => undefined); // before there is something to draw; who draws is told

/** Draws a picture. What a worker thread runs; it never throws. */
export async function drawInThread(drawing: Drawing): Promise<TaskOutcome<string>> {
  try {
    return { status: "done", result: await drawPicture(drawing) };
  } catch (error) {
    return { status: "failed", failure: toFailure(error) };
  }
}
