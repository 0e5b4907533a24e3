/** Returns the seconds of CPU time that this process has used. Other processes do not lengthen them, as they do wall time. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * Returns a sampler: each call does `pass` often enough to last `seconds`, and returns units per CPU second.
 * @param pass Does `units` units of work. Called twice before, to warm up and to see how long it takes.
 */
export function sampler(pass: () => void, units: number, seconds: number): () => number {
  pass();
  const repeats = Math.max(1, Math.round(seconds / timed(pass, 1)));
  return () => (units * repeats) / timed(pass, repeats);
}

function timed(pass: () => void, repeats: number): number {
  const start = cpuSeconds();
  for (let i = 0; i < repeats; i++) pass();
  return Math.max(cpuSeconds() - start, 1e-6);
}
