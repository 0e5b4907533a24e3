/** A data set, optimizer or the like with every option filled in. */
export interface NamedOptions {
  readonly name: string;
  readonly [option: string]: string | number;
}

/** A value of one field: a number, a word, a list (`hidden`) or a name with options. */
export type FieldValue = number | string | readonly number[] | NamedOptions;
