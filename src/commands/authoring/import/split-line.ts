/** Returns the words of a command line as a shell cuts them: quotes and backslashes, and nothing else of a shell. */
export function splitLine(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (const [piece = "", single, double, escaped, blank] of line.matchAll(
    /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|(\s+)|[^\s'"\\]+|['"\\]/gs,
  )) {
    if (blank !== undefined || escaped === "\n") {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    word = (word ?? "") + (single ?? double?.replaceAll(/\\(["\\$`])/g, "$1") ?? escaped ?? piece);
  }
  if (word !== undefined) words.push(word);
  return words;
}
