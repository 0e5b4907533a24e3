import type { Glyphs } from "./glyphs.ts";

/** Where text is shown: a terminal, or a pipe or a file that a program may read. */
export interface Screen {
  readonly paint: Paint;
  /** Paints a text in a colour of the pictures; absent where there are no colours. */
  readonly inColor?: (text: string, color: string) => string;
  /** Characters in a line. */
  readonly width: number;
  /** The characters of pictures in text; absent where there are no pictures. */
  readonly glyphs?: Glyphs;
}

/** Colours of a terminal; each returns its text unchanged where there are none. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly red: (text: string) => string;
}
