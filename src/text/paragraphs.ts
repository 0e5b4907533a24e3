import { visibleText } from "./visible-text.ts";

/** Returns the paragraphs of a text, which empty lines divide, each as one line. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => {
    const line = visibleText(paragraph.replaceAll(/\s+/g, " ").trim());
    return line === "" ? [] : [line];
  });
}
