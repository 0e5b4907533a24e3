/** Returns how many there are of something: "1 trial", "3 trials"; `counted(2, "file is", "files are")`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
