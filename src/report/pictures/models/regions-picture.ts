import { figureText } from "../../../results/figure-text.ts";
import type { ConfigurationResult, Results } from "../../../results/results.ts";
import { settingText } from "../../../results/setting-text.ts";
import { clipText } from "../../../text/clip-text.ts";
import { PLANE_CELLS, type Plane, type Portrait } from "../../../training/portraits/portrait.ts";
import { distinctColor, INK, PAPER } from "../colors.ts";
import type { Picture } from "../picture.ts";
import { textWidth } from "../text-width.ts";
import { classNames } from "./class-names.ts";
import { pixelPath } from "./pixel-path.ts";
import { framedSvg, svgText } from "./svg.ts";

const SIDE = 300;
const GAP = 24;
const NAME = 22;
const LEGEND = 30;
const LONGEST_TITLE = 46;
const LONGEST_CLASS = 16;
/** Few examples are drawn large. */
const [FEW, LARGE, SMALL] = [50, 5, 3];

/** Returns the decision regions of models in the plane, the best one first; none for other data. */
export function regionsPicture(portraits: readonly Portrait[], results: Results): Picture[] {
  const panels = portraits.flatMap(({ plane, trialId, confusion }) => {
    const setting = settingOf(trialId, results);
    return plane && confusion && setting ? [{ plane, setting, wrong: shareWrong(confusion) }] : [];
  });
  if (panels.length === 0) return [];
  const { experiment, columns } = results;
  const { part } = portraits[0]!;
  const names = panels.map(({ setting }) => settingText(setting, columns));
  const words = panels.map(({ wrong }, i) => `${names[i]}: ${figureText(`${part}Accuracy`, wrong)} wrong`);
  return [
    {
      name: "regions",
      alt: `${experiment.name}: decision regions of ${panels.length > 1 ? "the best and the worst model" : "the best model"}`,
      caption: words.join("; "),
      drawing: framedSvg(
        {
          title:
            panels.length > 1
              ? "Decision regions of the best and the worst model"
              : "Decision regions of the best model",
          subtitle: `areas: predicted class; dots: ${part} examples in the colour of their class`,
          width: panels.length * (SIDE + GAP) - GAP,
          height: NAME + SIDE + LEGEND,
        },
        [
          ...panels.flatMap(({ plane }, i) => {
            const x = i * (SIDE + GAP);
            const title = `${i === 0 ? "best" : "worst"}: ${names[i]}`;
            return [svgText(clipText(title, LONGEST_TITLE), { x, y: 8, weight: "bold" }), panel(plane, x)];
          }),
          ...legend(
            panels.map(({ plane }) => plane),
            classNames(results),
          ),
        ],
      ),
    },
  ];
}

/** Returns the colours of the classes that occur, below the panels. */
function legend(planes: readonly Plane[], nameOf: (label: number) => string): string[] {
  const labels = planes.flatMap(({ answers, examples }) => [
    ...answers,
    ...examples.map(({ label }) => label),
  ]);
  const y = NAME + SIDE + 24;
  let x = 0;
  return [...new Set(labels)]
    .sort((a, b) => a - b)
    .map((label) => {
      const text = `class ${clipText(nameOf(label), LONGEST_CLASS)}`;
      const entry = `<circle cx="${x + 5}" cy="${y - 4}" r="5" fill="${distinctColor(label)}"/>${svgText(text, { x: x + 16, y })}`;
      x += 16 + Math.ceil(textWidth(text)) + 20;
      return entry;
    });
}

function settingOf(id: string, { configurations }: Results): ConfigurationResult | undefined {
  return configurations.find(({ trials }) => trials.some(({ trial }) => trial.id === id));
}

function shareWrong(confusion: NonNullable<Portrait["confusion"]>): number {
  const all = confusion.flat().reduce((sum, count) => sum + count, 0);
  const right = confusion.reduce((sum, row, k) => sum + row[k]!, 0);
  return (all - right) / all;
}

function panel({ x: [left, right], y: [bottom, top], answers, examples }: Plane, x: number): string {
  const scale = SIDE / PLANE_CELLS;
  const areas = [...new Set(answers)]
    .sort((a, b) => a - b)
    .map((k) => {
      return `<path d="${pixelPath(answers, PLANE_CELLS, (answer) => answer === k)}" stroke="${distinctColor(k)}" stroke-opacity="0.28"/>`;
    });
  const dots = examples.map(({ x, y, label }) => {
    const [cx, cy] = [((x - left) / (right - left)) * SIDE, ((top - y) / (top - bottom)) * SIDE];
    return `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="${examples.length <= FEW ? LARGE : SMALL}" fill="${distinctColor(label)}"/>`;
  });
  return [
    `<g transform="translate(${x},${NAME})">`,
    `<g transform="scale(${scale})" shape-rendering="crispEdges">${areas.join("")}</g>`,
    `<g stroke="${PAPER}" stroke-width="1">${dots.join("")}</g>`,
    `<rect width="${SIDE}" height="${SIDE}" fill="none" stroke="${INK}" stroke-opacity="0.25"/>`,
    "</g>",
  ].join("");
}
