import { messageOf, type Says } from "../statement.ts";

/** Why a text is no formula. */
export class FormulaError extends SyntaxError {
  override readonly name = "FormulaError";
  /** The parts of its message. */
  readonly says: Says;
  /** What to do. */
  readonly hint: string | undefined;
  /** The word that is not known, if that is the reason. */
  readonly word: string | undefined;

  constructor(says: Says, { hint, word }: { hint?: string; word?: string } = {}) {
    super(messageOf(says));
    this.says = says;
    this.hint = hint;
    this.word = word;
  }
}
