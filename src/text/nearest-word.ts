import { distance } from "fastest-levenshtein";

/**
 * Returns the allowed word that was probably meant: equal but for case and underscores, or a few letters away; of several
 * the one of the most similar length, as letters are swapped more often than left out.
 */
export function nearestWord(word: string, allowed: readonly string[]): string | undefined {
  const bare = bareWord(word);
  let nearest: string | undefined;
  let smallest = Math.max(1, Math.round(bare.length / 3)) + 1;
  const gap = (candidate: string): number => Math.abs(bareWord(candidate).length - bare.length);
  if (bare.length > 40) return undefined; // no word of ours: the distance costs length squared
  for (const candidate of allowed) {
    const edits = isSwapped(bare, bareWord(candidate)) ? 1 : distance(bare, bareWord(candidate));
    const isNearer = edits === smallest && nearest !== undefined && gap(candidate) < gap(nearest);
    if (edits < smallest || isNearer) [nearest, smallest] = [candidate, edits];
  }
  return nearest;
}

/** Returns whether two words differ in the order of two neighbouring letters: "tahn" and "tanh". */
function isSwapped(word: string, other: string): boolean {
  const at = word.split("").findIndex((letter, i) => letter !== other[i]);
  const swapped = `${word.slice(0, at)}${word.slice(at + 1, at + 2)}${word.slice(at, at + 1)}${word.slice(at + 2)}`;
  return at >= 0 && swapped === other;
}

/** Returns a word without what people vary in spelling: case, underscores, hyphens and spaces. */
export function bareWord(word: string): string {
  return word.toLowerCase().replace(/[_\-\s]/g, "");
}
