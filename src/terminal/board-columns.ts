import type { Board, BoardStanding } from "../results/board.ts";
import { isWinner } from "../results/winners.ts";
import { axisName, shownText } from "../results/setting-text.ts";
import type { LeaderboardColumn } from "../report/leaderboard-columns.ts";
import { statusText } from "../report/status-text.ts";
import type { FittedColumn } from "./fit-table.ts";
import { pictureColumns } from "./picture-columns.ts";
import type { Screen } from "./screen.ts";

/** Columns of figures that are left out on narrow screens, by order; pictures have the orders in between. */
const DISPENSABLE: Readonly<Record<string, number>> = { parameters: 0, difference: 3 };

/** Returns the columns of a leaderboard: rank, axes, figures, pictures where there are glyphs, status. */
export function boardColumns(
  board: Board,
  standings: readonly BoardStanding[],
  { figures, screen }: { figures: readonly LeaderboardColumn[]; screen: Screen },
): FittedColumn[] {
  const cells = (cellOf: (standing: BoardStanding) => string): string[] => standings.map(cellOf);
  const { columns } = board;
  const { green, red } = screen.paint;
  return [
    { heading: "", cells: cells(({ place }) => String(place)), side: "right" },
    ...columns.map(({ path }, i): FittedColumn => {
      const values = cells(({ configuration }) => shownText(configuration.values[i] ?? null));
      return { heading: axisName(path, columns), cells: values, side: "right", tooLong: "cut" };
    }),
    ...figures.map(({ key, heading, textOf }): FittedColumn => {
      const isObjective = key === board.experiment.objective.metric;
      const paint = isObjective ? paintWhere(standings, isWinner, green) : undefined;
      return { heading, cells: cells(textOf), side: "right", dispensable: DISPENSABLE[key], paint };
    }),
    ...pictureColumns(board, standings, screen),
    {
      heading: "",
      cells: cells((standing) => statusText(standing, board)),
      side: "left",
      tooLong: "wrapped",
      paint: paintWhere(standings, isBroken, red),
    },
  ];
}

/** Returns a function that colours the cells of some rows only. */
function paintWhere(
  standings: readonly BoardStanding[],
  isPainted: (standing: BoardStanding) => boolean,
  paint: (text: string) => string,
): (text: string, row: number) => string {
  return (text, row) => (isPainted(standings[row]!) ? paint(text) : text);
}

function isBroken({ configuration: { divergedEpochs, failed } }: BoardStanding): boolean {
  return divergedEpochs.length + failed > 0;
}
