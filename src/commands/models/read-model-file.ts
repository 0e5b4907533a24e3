import { GridientError } from "../../errors.ts";
import { readRegularFile } from "../../files/read-regular-file.ts";
import { decodeModel } from "../../model/files/decode-model.ts";
import { ModelFileError } from "../../model/files/model-file-error.ts";
import type { Model } from "../../model/model.ts";

/** It comes into memory whole. */
const MOST_BYTES = 1_000_000_000;

/** Returns the model of a file. @throws {GridientError} E_USAGE if it cannot be read, or is none. */
export async function readModelFile(file: string): Promise<Model> {
  const bytes = await bytesOf(file);
  try {
    return decodeModel(bytes);
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    throw new GridientError("E_USAGE", `${file}: ${error.message}`, {
      cause: error,
      hint: "A model is a file that export-model wrote, as JSON or safetensors; an experiment ends in .yaml",
    });
  }
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readRegularFile(file, MOST_BYTES);
  } catch (error) {
    const found = (error as NodeJS.ErrnoException).code === "ENOENT" ? "none" : (error as Error).message;
    throw new GridientError(
      "E_USAGE",
      `Cannot read the model as ${JSON.stringify(file)} must be a file: ${found}`,
      {
        cause: error,
      },
    );
  }
}
