import { unreadableText } from "../console/error-text.ts";
import { GridientError } from "../../errors.ts";
import { readRegularFile } from "../../files/read-regular-file.ts";
import { decodeModel } from "../../model/files/decode-model.ts";
import { ModelFileError } from "../../model/files/model-file-error.ts";
import type { Model } from "../../model/model.ts";

/** The file is read into memory at once. */
const MOST_BYTES = 1_000_000_000;

/** Returns the model of a file. @throws {GridientError} E_USAGE if it cannot be read, or is not a model. */
export async function readModelFile(file: string): Promise<Model> {
  const bytes = await bytesOf(file);
  try {
    return decodeModel(bytes);
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    throw new GridientError("E_USAGE", `${file}: ${error.message}`, {
      cause: error,
      hint: "Use a file that export-model wrote as JSON or safetensors, or an experiment file, which ends in .yaml",
    });
  }
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readRegularFile(file, MOST_BYTES);
  } catch (error) {
    throw new GridientError("E_USAGE", unreadableText(file, error), { cause: error });
  }
}
