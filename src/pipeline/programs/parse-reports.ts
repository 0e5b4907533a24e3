import { parse } from "csv-parse/sync";

/** A map of metrics, and maybe an epoch. */
export type Report = Readonly<Record<string, unknown>>;

/** Numbers that JSON does not have, and that Python writes into it. */
const NOT_JSON = /(?<=[:,[]\s*)(?:NaN|-?Infinity)(?=\s*[,}\]])/g;

/** Returns the map that a line of JSON is; undefined for any other line. */
export function parseLine(line: string): Report | undefined {
  if (!/^\s*\{.*\}\s*$/.test(line)) return undefined;
  const data = parseJson(line);
  return isReport(data) ? data : undefined;
}

/** Returns what an expression finds in a line, by the names of its groups. */
export function parseByExpression(line: string, expression: RegExp): Report | undefined {
  const groups = expression.exec(line)?.groups;
  return groups && Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, numberOf(text)]));
}

/** Returns the reports in a file, by its extension: a map or a list of maps, or rows with a heading. */
export function parseFile(text: string, file: string): Report[] {
  if (file.endsWith(".csv")) {
    const rows = parse(text, { columns: true, skip_empty_lines: true, trim: true, bom: true });
    return rows.filter(isReport).map((row) => {
      const entries = Object.entries(row).map(([name, cell]) => [name, numberOf(String(cell))]);
      return Object.fromEntries(entries) as Report;
    });
  }
  const data = parseJson(text);
  if (data === undefined) throw new SyntaxError("it is not JSON");
  return (Array.isArray(data) ? data : [data]).filter(isReport);
}

/** Returns the number that a text is, or the text. */
function numberOf(text: string | undefined): unknown {
  if (text === undefined || text.trim() === "") return undefined;
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}

/** Reads NaN and -Infinity as Infinity, too: 1e999 is valid JSON, and none of them is a finite number. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(text.replaceAll(NOT_JSON, "1e999"));
    } catch {
      return undefined;
    }
  }
}

function isReport(data: unknown): data is Report {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
