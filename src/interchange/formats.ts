/** Formats of other tools in which results are exported. */
export const EXPORT_FORMATS = ["tensorboard", "mlflow", "csv", "parquet"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a row of an exported table is. */
export const ROWS = ["trials", "epochs"] as const;
export type Rows = (typeof ROWS)[number];
