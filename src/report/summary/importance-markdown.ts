import { metricText } from "../../results/metric-text.ts";
import type { Results } from "../../results/results.ts";
import { searchImportance } from "../../results/search/search-importance.ts";
import { counted } from "../../text/counted.ts";
import { escapeMarkdown } from "../markdown.ts";
import type { Picture } from "../pictures/picture.ts";
import { pictureMarkdown } from "./picture-markdown.ts";

/** Returns the section that says which axes of a search matter; empty where that is not known. */
export function importanceMarkdown(results: Results, pictures: readonly Picture[]): string {
  const found = searchImportance(results);
  if (!found) return "";
  const metric = metricText(results.experiment.objective.metric, results);
  const forest = `a random forest, fitted to ${counted(found.settings, "setting")}`;
  const seen = `${Math.max(0, Math.round(100 * found.explained))} % of the variance among settings that it has not seen`;
  const sentences =
    pictures.length > 0
      ? [
          `How much of the variance of ${metric} over the whole space each axis explains alone, by ${forest}; the rest is due to several axes together.`,
          `The forest explains ${seen}. Its shares are estimates and may be off by ten points or more.`,
        ]
      : [`The results do not show which axes matter: ${forest}, explains only ${seen}.`];
  const content = [escapeMarkdown(sentences.join(" ")), pictureMarkdown(pictures)];
  return ["## Importance of the axes", ...content.filter((text) => text !== "")].join("\n\n");
}
