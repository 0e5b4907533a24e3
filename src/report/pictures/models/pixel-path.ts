/**
 * Returns the cells of a grid for which `picks` is true as the data of a path, with a stroke of width 1 for each run in a
 * row. Empty where there are none.
 *
 * @param cells Row-major.
 */
export function pixelPath<Cell>(
  cells: readonly Cell[],
  width: number,
  picks: (cell: Cell) => boolean,
): string {
  let path = "";
  let [x, y] = [0, 0];
  for (let i = 0; i < cells.length; i++) {
    if (!picks(cells[i]!)) continue;
    const [column, row] = [i % width, Math.floor(i / width)];
    let end = column + 1;
    while (end < width && picks(cells[row * width + end]!)) end++;
    const move = path === "" ? `M${column} ${row + 0.5}` : `m${column - x} ${row - y}`;
    path += `${move}h${end - column}`;
    [x, y] = [end, row];
    i = row * width + end - 1;
  }
  return path;
}
