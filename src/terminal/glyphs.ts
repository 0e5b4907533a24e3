/** Characters of pictures in text. */
export interface Glyphs {
  /** Eight heights of a curve, the lowest first. */
  readonly levels: string;
  /** Where a curve diverged. */
  readonly cross: string;
  /** An interval, its middle, and what lies beyond either end of a scale. */
  readonly line: string;
  readonly mean: string;
  readonly below: string;
  readonly above: string;
  /** The finished part of a progress bar, and the rest. */
  readonly done: string;
  readonly left: string;
  /** Where a text is cut off. */
  readonly cut: string;
  /** Returns our own texts in characters of the same set. */
  readonly spell: (text: string) => string;
}

/** For terminals that show all of Unicode. */
export const UNICODE: Glyphs = {
  levels: "▁▂▃▄▅▆▇█",
  cross: "×",
  line: "─",
  mean: "●",
  below: "◂",
  above: "▸",
  done: "█",
  left: "░",
  cut: "…",
  spell: (text) => text,
};

/** For all others. */
export const ASCII: Glyphs = {
  levels: "_.-~=+*#",
  cross: "x",
  line: "-",
  mean: "o",
  below: "<",
  above: ">",
  done: "#",
  left: ".",
  cut: "...",
  spell: (text) => text.replaceAll("±", "+-").replaceAll("…", "..."),
};
