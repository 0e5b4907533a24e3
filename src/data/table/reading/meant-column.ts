/**
 * Returns the column that a written name means: blanks at the ends of a name do not count, nor quotes around it that are no
 * quotes to CSV, as in 'age'.
 */
export function meantColumn(written: string, names: readonly string[]): string | undefined {
  const [trimmed, bare] = [written.trim(), unquoted(written)];
  if (names.includes(written)) return written;
  return names.find((name) => name.trim() === trimmed) ?? names.find((name) => unquoted(name) === bare);
}

function unquoted(name: string): string {
  return name.trim().replace(/^(["'`])(.+)\1$/, "$2");
}
