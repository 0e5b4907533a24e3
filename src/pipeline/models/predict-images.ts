import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { decodeImage, isImage } from "../../data/images/decode-image.ts";
import { readImageFile } from "../../data/images/read-image-file.ts";
import { GridientError } from "../../errors.ts";
import { nodeSystem } from "../../files/node-system.ts";
import { readChunks } from "../../files/read-chunks.ts";
import { answerCells, answerHeadings, type AnswerCell } from "../../model/answer-cells.ts";
import { RowError } from "../../model/inputs/row-error.ts";
import type { Model } from "../../model/model.ts";
import { predictorOf, type Predictor } from "../../model/predictor.ts";

/** More would bury the first. */
const MOST_FAULTS = 20;

/** What a model answers about images. */
export interface ImageAnswers {
  /** First the headings; the first cell names the file. */
  readonly rows: readonly AnswerCell[][];
  /** Files of the folder that are no images. */
  readonly others: readonly string[];
}

/** Returns whether images are at a path: a PNG, a JPEG or a folder. */
export function hasImages(path: string): boolean {
  if (statSync(path).isDirectory()) return true;
  const { value } = readChunks(path).next();
  return value !== undefined && isImage(value);
}

/**
 * Returns what a model answers about an image, or about all images below a folder, sorted by name.
 * @throws {GridientError} E_DATA if there are none, or if some cannot be read, the first twenty.
 */
export function predictImages(trained: Model, path: string): ImageAnswers {
  if (trained.inputs.kind !== "pixels")
    throw refused(`The model answers rows of a table, not images: ${path}`);
  const model = predictorOf(trained);
  const rows = [["file", ...answerHeadings(model)]];
  const others: string[] = [];
  const faults: string[] = [];
  for (const file of filesAt(path)) {
    try {
      const bytes = readImageFile(file, nodeSystem);
      if (isImage(bytes)) rows.push([file, ...answer(model, bytes)]);
      else others.push(file);
    } catch (error) {
      if (error instanceof RowError) throw refused(error.message); // the same for all images
      faults.push(`${file} must be a whole PNG or JPEG: ${(error as Error).message}`);
      if (faults.length === MOST_FAULTS) break;
    }
  }
  if (faults.length > 0) throw refused(faults.join("\n"));
  if (rows.length === 1) throw refused(`The folder has no PNG or JPEG: ${path}`);
  return { rows, others };
}

/** Links count as what they lead to; systems leave files of their own, whose names begin with a point. */
function filesAt(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => !/(?:^|[/\\])\./.test(name))
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

function answer(model: Predictor, bytes: Uint8Array): AnswerCell[] {
  const { width, height, rgba } = decodeImage(bytes, nodeSystem);
  return answerCells(model.predict({ width, height, data: rgba }));
}

function refused(message: string): GridientError {
  return new GridientError("E_DATA", message);
}
