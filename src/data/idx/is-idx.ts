/** Returns whether the ending of a file's name is one of IDX. */
export function isIdx(word: string): boolean {
  return /idx\d?[-.](?:u?byte|short|int|float|double)(?:\.gz)?$|\.idx(?:\.gz)?$/i.test(word);
}
