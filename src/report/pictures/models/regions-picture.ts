import { figureText } from "../../../results/figure-text.ts";
import type { ConfigurationResult, Results } from "../../../results/results.ts";
import { settingText } from "../../../results/setting-text.ts";
import { clipText } from "../../../text/clip-text.ts";
import { PLANE_CELLS, type Plane, type Portrait } from "../../../training/portraits/portrait.ts";
import { DISTINCT, INK, PAPER } from "../colors.ts";
import type { Picture } from "../picture.ts";
import { pixelPath } from "./pixel-path.ts";
import { framedSvg, svgText } from "./svg.ts";

const SIDE = 300;
const GAP = 24;
const NAME = 22;
const LONGEST_TITLE = 46;

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
          height: NAME + SIDE,
        },
        panels.flatMap(({ plane }, i) => {
          const x = i * (SIDE + GAP);
          const title = `${i === 0 ? "best" : "worst"}: ${names[i]}`;
          return [svgText(clipText(title, LONGEST_TITLE), { x, y: 8 }), panel(plane, x)];
        }),
      ),
    },
  ];
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
      return `<path d="${pixelPath(answers, PLANE_CELLS, (answer) => answer === k)}" stroke="${colorOf(k)}" stroke-opacity="0.28"/>`;
    });
  const dots = examples.map(({ x, y, label }) => {
    const [cx, cy] = [((x - left) / (right - left)) * SIDE, ((top - y) / (top - bottom)) * SIDE];
    return `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="2.6" fill="${colorOf(label)}"/>`;
  });
  return [
    `<g transform="translate(${x},${NAME})">`,
    `<g transform="scale(${scale})" shape-rendering="crispEdges">${areas.join("")}</g>`,
    `<g stroke="${PAPER}" stroke-width="0.6">${dots.join("")}</g>`,
    `<rect width="${SIDE}" height="${SIDE}" fill="none" stroke="${INK}" stroke-opacity="0.25"/>`,
    "</g>",
  ].join("");
}

function colorOf(label: number): string {
  return DISTINCT[label % DISTINCT.length]!;
}
