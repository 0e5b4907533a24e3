/** Why a text is no formula, as the second half of a sentence: "it must ...: found". */
export class FormulaError extends SyntaxError {
  override readonly name = "FormulaError";
  /** What to do about it. */
  readonly hint: string | undefined;
  /** The word that is not known, if that is the reason. */
  readonly word: string | undefined;

  constructor(reason: string, { hint, word }: { hint?: string; word?: string } = {}) {
    super(reason);
    this.hint = hint;
    this.word = word;
  }
}
