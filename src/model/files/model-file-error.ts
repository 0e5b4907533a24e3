/** A file that is no model of ours, or a damaged one. */
export class ModelFileError extends Error {
  override readonly name = "ModelFileError";

  /** @param rule What must hold. @param found What is so. */
  constructor(rule: string, found: string, options?: ErrorOptions) {
    super(`Cannot read the model as ${rule}: ${found}`, options);
  }
}
