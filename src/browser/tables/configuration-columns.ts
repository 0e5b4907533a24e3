import type { PageConfiguration, PageData } from "../../report/page/page-data.ts";
import { columnColumns } from "./column-columns.ts";
import type { TableColumn } from "./table-column.ts";

/** Returns the columns of the leaderboard: place, settings, figures, status. */
export function configurationColumns(data: PageData): TableColumn<PageConfiguration>[] {
  const { figures } = data;
  return [
    {
      key: "rank",
      heading: "#",
      isNumeric: true,
      textOf: ({ place }) => String(place),
      orderOf: ({ rank }) => rank,
    },
    ...columnColumns(data, (configuration: PageConfiguration) => configuration),
    ...figures.map((heading, i): TableColumn<PageConfiguration> => {
      const textOf = (configuration: PageConfiguration): string => configuration.figures[i]!;
      const orderOf = (configuration: PageConfiguration): number | null =>
        i === 0 ? configuration.objective.mean : leadingNumber(textOf(configuration));
      return { key: `figure.${i}`, heading, isNumeric: true, textOf, orderOf };
    }),
    {
      key: "status",
      heading: "status",
      isNumeric: false,
      textOf: ({ status }) => status,
      orderOf: ({ status }) => status,
    },
  ];
}

/** "-0.20 ± 1.10" counts as -0.2, "-" as nothing. */
function leadingNumber(text: string): number | null {
  const value = Number.parseFloat(text);
  return Number.isNaN(value) ? null : value;
}
