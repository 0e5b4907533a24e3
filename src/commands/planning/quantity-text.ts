const UNITS = [
  { size: 1e12, name: "trillion" },
  { size: 1e9, name: "billion" },
  { size: 1e6, name: "million" },
];

/** Returns a count with three digits: 900, 12.3 million, 4.56 billion. */
export function countText(count: number): string {
  const unit = UNITS.find(({ size }) => count >= size);
  return unit ? `${Number((count / unit.size).toPrecision(3))} ${unit.name}` : String(count);
}

/** Returns a short time with two digits: 0.0042 s, 1.3 s, 240 s. */
export function secondsText(seconds: number): string {
  return `${Number(seconds.toPrecision(2))} s`;
}
