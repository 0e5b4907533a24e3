/** Mean and its standard error. */
export interface MeanError {
  readonly mean: number;
  readonly error: number;
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function meanError(values: readonly number[]): MeanError {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/** Returns how far two means are apart, in standard errors; 0 where neither has one. */
export function apart(a: MeanError, b: MeanError): number {
  const spread = Math.hypot(a.error, b.error);
  return spread === 0 ? 0 : (a.mean - b.mean) / spread;
}
