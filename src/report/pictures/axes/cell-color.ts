/** From pale to deep, readable on white and on black: darker = better. */
const STOPS = [
  [0xf4, 0xf1, 0xe0],
  [0xbf, 0xdc, 0xc8],
  [0x6f, 0xb4, 0xbd],
  [0x35, 0x7f, 0xaf],
  [0x1b, 0x45, 0x80],
] as const;

/** How a cell of a map is coloured. */
export interface CellColor {
  readonly fill: string;
  /** For text on it. */
  readonly ink: string;
}

/** Returns the colour of a value, 0 = worst, 1 = best; the same in light and dark surroundings. */
export function cellColor(share: number): CellColor {
  const at = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
  const below = Math.min(Math.floor(at), STOPS.length - 2);
  const [from, to] = [STOPS[below]!, STOPS[below + 1]!];
  const channels = from.map((channel, i) => Math.round(channel + (at - below) * (to[i]! - channel)));
  const fill = `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
  return { fill, ink: share > 0.55 ? "#fdfdfd" : "#15191e" };
}
