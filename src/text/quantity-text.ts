/** Returns seconds as people say them: less than 1 s, 8 s, 2 min 5 s, 1 h 10 min. */
export function durationText(seconds: number): string {
  if (seconds < 1) return "less than 1 s";
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** Returns a number of bytes as people say it: 512 B, 3.4 kB, 1.2 GB. */
export function bytesText(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** Returns how long a sweep still takes, as far as that is known: how many rounds follow, only their results decide. */
export function leftText(seconds: number, round: string): string {
  return `${durationText(seconds)} left${round === "" ? "" : " in this round"}`;
}
