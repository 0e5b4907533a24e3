/** A data set, optimizer or the like with every option filled in. */
export interface NamedOptions {
  readonly name: string;
  readonly [option: string]: string | number | boolean | readonly number[] | readonly string[];
}

/** A value of one field: a number, a word, true or false, a list (`hidden`, `ignore`) or a name with options. */
export type FieldValue = number | string | boolean | readonly number[] | readonly string[] | NamedOptions;
