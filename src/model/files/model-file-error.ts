/** A file that is not a model of ours, or a damaged one. */
export class ModelFileError extends Error {
  override readonly name = "ModelFileError";

  /** @param found What is wrong. */
  constructor(found: string, options?: ErrorOptions) {
    super(`Cannot read the model: ${found}`, options);
  }
}
