/** Returns a metric's name in words: "validationAccuracy" -> "validation accuracy". */
export function metricText(name: string): string {
  return name.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}
