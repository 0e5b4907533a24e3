import { distance } from "fastest-levenshtein";

/** Returns the allowed word that was probably meant: equal but for case and underscores, or a few letters away. */
export function nearestWord(word: string, allowed: readonly string[]): string | undefined {
  const bare = bareWord(word);
  let nearest: string | undefined;
  let smallest = Math.max(1, Math.round(bare.length / 3)) + 1;
  if (bare.length > 40) return undefined; // no word of ours: the distance costs length squared
  for (const candidate of allowed) {
    const edits = distance(bare, bareWord(candidate));
    if (edits < smallest) [nearest, smallest] = [candidate, edits];
  }
  return nearest;
}

/** Returns a word without what people vary in spelling: case, underscores, hyphens and spaces. */
export function bareWord(word: string): string {
  return word.toLowerCase().replace(/[_\-\s]/g, "");
}
