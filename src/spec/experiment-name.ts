/** Returns an experiment's name: its path below `experiments/` without extension, elsewhere the file's base name. */
export function experimentName(file: string): string {
  const folders = file.split(/[\\/]/);
  const base = folders.pop()!.replace(/(?<=.)\.[^.]*$/, "");
  const root = folders.lastIndexOf("experiments");
  return root < 0 ? base : [...folders.slice(root + 1), base].join("/");
}
