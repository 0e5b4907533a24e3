/** Returns a metric's name in words: "validationAccuracy" -> "validation accuracy", "layerGradient1" -> "layer gradient 1". */
export function metricText(name: string): string {
  return name.replaceAll(/[A-Z]|\d+/g, (part) => ` ${part.toLowerCase()}`);
}
