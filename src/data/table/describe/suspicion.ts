/** Something about a table that its owner should look at. */
export interface Suspicion {
  /** The column; null = the table as a whole. */
  readonly column: string | null;
  readonly kind:
    | "empty"
    | "constant"
    | "id"
    | "mostlyMissing"
    | "manyCategories"
    | "leak"
    | "smallClass"
    | "numberedClasses"
    | "repeatedRows"
    | "numbersAsNames"
    | "unnamed"
    | "mixed"
    | "writtenNumbers"
    | "thousands"
    | "dates"
    | "ambiguousDates"
    | "unreadDates"
    | "unreadNumbers"
    | "spelling"
    | "farValue"
    | "leadingZeros";
  readonly message: string;
  /** Options that would read the column as it is probably meant: `thousands`. */
  readonly options?: readonly string[];
  /** The word that probably means a missing value. */
  readonly word?: string;
  /** The few texts among the numbers of a column. */
  readonly strays?: readonly string[];
}

/** What is odd about a column. */
export type Found = Omit<Suspicion, "column">;
