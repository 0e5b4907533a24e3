const JSON_FILE = /\.(?:jsonl|ndjson|json)(?:\.gz)?$/i;
const TEXT_FILE = /\.(?:csv|tsv|txt|dat|data)(?:\.gz)?$/i;

/** Returns how a file holds a table, by the ending of its name. */
export function kindOfFile(name: string): "csv" | "jsonl" {
  return JSON_FILE.test(name) ? "jsonl" : "csv";
}

/** Returns whether the ending of a file's name is one of tables. */
export function isTableFile(name: string): boolean {
  return JSON_FILE.test(name) || TEXT_FILE.test(name);
}
