import { isUtf8 } from "node:buffer";
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkUtf8 } from "../../../src/data/table/reading/check-utf8.ts";
import { CsvReader } from "../../../src/data/table/reading/csv-reader.ts";
import { TableSyntaxError } from "../../../src/data/table/reading/table-row.ts";

interface Read {
  readonly cells: string[];
  readonly places: string[];
}

/** Reads CSV in pieces of so many bytes. */
function read(text: string | Uint8Array, { delimiter = ",", piece = 7 } = {}): Read[] {
  const rows: Read[] = [];
  const reader = new CsvReader({ delimiter: delimiter.charCodeAt(0), mark: 0x2e }, (row) => {
    const cells = Array.from({ length: row.count }, (_, cell) => cell);
    const places = cells.map((cell) => row.place(cell)).map(({ line, column }) => `${line}:${column}`);
    rows.push({ cells: cells.map((cell) => row.text(cell)), places });
  });
  const bytes = Buffer.from(text as string);
  for (let start = 0; start < bytes.length; start += piece)
    reader.write(bytes.subarray(start, start + piece));
  reader.end();
  return rows;
}

function cellsOf(text: string, options: { delimiter?: string; piece?: number } = {}): string[][] {
  return read(text, options).map(({ cells }) => cells);
}

function faultOf(text: string | Uint8Array): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof TableSyntaxError)
      return `${error.place.line}:${error.place.column} ${error.message}`;
    throw error;
  }
  return "";
}

describe("CsvReader", () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('"', ",", ";", "\n", "\r", " ", "a", "é", "😀", "1") }),
    fc.double().map(String),
  );
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });

  test("reads every table as csv-parse does, whatever the pieces", () => {
    const written = (rows: readonly (readonly string[])[], end: string, delimiter: string): string =>
      rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter)).join(end);
    const law = fc.property(
      table,
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom(",", ";", "\t"),
      fc.integer({ min: 1, max: 20 }),
      (rows, end, delimiter, piece) => {
        const text = written(rows, end, delimiter);
        const theirs = parse(text, { delimiter, relax_column_count: true, record_delimiter: ["\n", "\r\n"] });
        const trimmed = theirs.map((row) => row.map((value) => value.trim()));
        expect(cellsOf(text, { delimiter, piece })).toEqual(trimmed);
      },
    );
    fc.assert(law, { numRuns: 500 });
  });

  test("reads any bytes to their end or says where they are no table, the same in any pieces", () => {
    const text = fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", " ", "a", "b") });
    const law = fc.property(text, fc.integer({ min: 1, max: 9 }), (written, piece) => {
      const outcome = (size: number): unknown => {
        try {
          return read(written, { piece: size });
        } catch (error) {
          return [(error as Error).message, (error as TableSyntaxError).place.line];
        }
      };
      expect(outcome(piece)).toEqual(outcome(1000));
    });
    fc.assert(law, { numRuns: 2000 });
  });

  test("tells where each cell stands, behind line breaks in quotes too", () => {
    expect(read('é,"b\nc",d\n\n1,2,3\n')).toEqual([
      { cells: ["é", "b\nc", "d"], places: ["1:1", "1:4", "2:4"] },
      { cells: ["1", "2", "3"], places: ["4:1", "4:3", "4:5"] },
    ]);
  });

  test.each([
    ['a,b\n1,"2\n3,4\n', "2:3 A quote is not closed"],
    ['a,b\n1,x"2"\n', "2:3 A cell with quotes must begin with one"],
    ['a,b\n1,"2"x\n', "2:6 A cell in quotes must end with them, and quotes in it must be doubled"],
  ])("refuses %j", (text, fault) => expect(faultOf(text)).toBe(fault));

  test("refuses bytes that are no UTF-8, at the first of them", () => {
    const bytes = Buffer.concat([Buffer.from("a,é\n1,2\nx,"), Buffer.from([0xe9]), Buffer.from("\n")]);
    expect(faultOf(bytes)).toBe("3:3 The file must be UTF-8 text (got byte 0xE9)");
  });

  test("finds the first byte that is no UTF-8, whatever is around it", () => {
    const character = fc.constantFrom("a", "é", "€", "😀").map((text) => [...Buffer.from(text)]);
    const junk = fc.array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xe2, 0xf0, 0xff), { maxLength: 9 });
    const bytes = fc.tuple(
      fc.array(character, { maxLength: 20 }),
      junk,
      fc.array(character, { maxLength: 9 }),
    );
    fc.assert(
      fc.property(bytes, ([before, between, after]) => {
        const line = Uint8Array.from([...before.flat(), ...between, ...after.flat()]);
        const sizes = Array.from({ length: line.length }, (_, i) => i).filter((n) =>
          isUtf8(line.subarray(0, n)),
        );
        const sound = sizes.at(-1) ?? 0;
        const column = 1 + Buffer.from(line.subarray(0, sound)).toString().length;
        const fault = isUtf8(line) ? undefined : column;
        expect(columnOfFault(line)).toBe(fault);
      }),
    );
  });

  test("refuses a row without end in bounded memory", () => {
    const endless = new CsvReader({ delimiter: 0x2c, mark: 0x2e }, () => {});
    const piece = Buffer.alloc(1 << 20, "x");
    const write = (): void => {
      for (let i = 0; i < 20; i++) endless.write(piece);
    };
    expect(write).toThrow("A row must have at most 4 MiB");
  });
});

function columnOfFault(line: Uint8Array): number | undefined {
  try {
    checkUtf8(line, 1);
    return undefined;
  } catch (error) {
    return (error as TableSyntaxError).place.column;
  }
}
