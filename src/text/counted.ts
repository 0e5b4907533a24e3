/** Returns how many there are of something: "1 trial", "3 trials"; `counted(2, "file is", "files are")`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** Returns a text with its first letter in upper case. */
export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Returns a noun with its indefinite article: "a loss", "an accuracy", "an RMSE". */
export function withArticle(noun: string): string {
  const soundsLikeVowel = /^(?:[aeio]|u(?!ni|s|t)|[AEIO]|[FHLMNRSX](?![a-z]))/;
  return `${soundsLikeVowel.test(noun) ? "an" : "a"} ${noun}`;
}
