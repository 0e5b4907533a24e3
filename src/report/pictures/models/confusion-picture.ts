import { settingText } from "../../../results/setting-text.ts";
import { figureText } from "../../../results/figure-text.ts";
import type { Results } from "../../../results/results.ts";
import { clipText } from "../../../text/clip-text.ts";
import type { Portrait } from "../../../training/portraits/portrait.ts";
import { cellColor, FAINT_INK, GRID } from "../colors.ts";
import type { Picture } from "../picture.ts";
import { textWidth } from "../text-width.ts";
import { classNames } from "./class-names.ts";
import { framedSvg, svgText } from "./svg.ts";
import { largestOf } from "../../../math/extremes.ts";

const CELL = 44;
const GAP = 12;
const TOP = 30;
const MOST_CLASSES = 20;
const MOST_LETTERS = 16;
/** The angle of names that are wider than a cell. */
const SLANT = 40;

/** Returns the confusion matrix of the best model; none where no answer is wrong or numbers are predicted. */
export function confusionPicture(portrait: Portrait, results: Results): Picture[] {
  const { experiment, columns, best } = results;
  const { confusion = [], part } = portrait;
  const all = confusion.flatMap((row, label) => row.map((count, answer) => ({ label, answer, count })));
  const wrong = all.filter(({ label, answer, count }) => label !== answer && count > 0);
  if (wrong.length === 0 || confusion.length > MOST_CLASSES) return [];
  const worst = wrong.toSorted((a, b) => b.count - a.count);
  const examples = all.reduce((sum, { count }) => sum + count, 0);
  const mistakes = wrong.reduce((sum, { count }) => sum + count, 0);
  const setting = settingText(best!, columns);
  const nameOf = classNames(results);
  const names = confusion.map((_, k) => clipText(nameOf(k), MOST_LETTERS));
  const frame = frameOf(names);
  const size = CELL * names.length;
  const often = worst
    .slice(0, 3)
    .map(({ label, answer, count }) => `${nameOf(label)} predicted as ${nameOf(answer)} (${count} times)`);
  return [
    {
      name: "confusion",
      alt: `${experiment.name}: confusion matrix of the best model on ${examples} ${part} examples`,
      caption: `${mistakes} of ${examples} answers are wrong (${figureText(`${part}Accuracy`, mistakes / examples)}); most often ${often.join(", ")}`,
      drawing: framedSvg(
        {
          title: "Confusion matrix",
          subtitle: `${part} examples; best model: ${setting}; coloured: wrong answers`,
          width: frame.left + size + frame.overhang,
          height: frame.top + size,
        },
        [
          svgText("answer", { x: frame.left + size / 2, y: 2, fill: FAINT_INK, anchor: "middle" }),
          svgText("class", { x: 0, y: frame.top - 8, fill: FAINT_INK }),
          ...names.map((name, k) => nameSvg(name, k, frame)),
          ...all.map((cell) => cellSvg(cell, worst[0]!.count, frame)),
        ],
      ),
    },
  ];
}

/** Room beside the cells for the names of classes. */
interface Frame {
  readonly left: number;
  readonly top: number;
  /** How far the last slanted name reaches beyond the cells. */
  readonly overhang: number;
  readonly isSlanted: boolean;
}

function frameOf(names: readonly string[]): Frame {
  const longest = largestOf(names.map((name) => textWidth(name)));
  const isSlanted = longest > CELL - 8;
  const left = Math.max(CELL, Math.ceil(longest) + 2 * GAP);
  // Two thirds and three quarters of a name's length: a little more than the sine and cosine of the slant.
  const [rise, reach] = isSlanted ? [Math.ceil((2 / 3) * longest), Math.ceil((3 / 4) * longest)] : [0, 0];
  return { left, top: TOP + rise, overhang: Math.max(0, reach - CELL / 2), isSlanted };
}

function nameSvg(name: string, k: number, { left, top, isSlanted }: Frame): string {
  const [x, y] = [left + (k + 0.5) * CELL, top - 8];
  const above = isSlanted
    ? `<g transform="translate(${x},${y}) rotate(-${SLANT})">${svgText(name, { x: 0, y: 0 })}</g>`
    : svgText(name, { x, y, anchor: "middle" });
  return above + svgText(name, { x: left - GAP, y: top + (k + 0.5) * CELL + 4, anchor: "end" });
}

/** Right answers are grey: they are far more than the wrong ones, which the colours show. */
function cellSvg(
  { label, answer, count }: { label: number; answer: number; count: number },
  most: number,
  { left, top }: Frame,
): string {
  const [x, y] = [left + answer * CELL, top + label * CELL];
  const isRight = label === answer;
  const { fill, ink } = cellColor(0.1 + (0.9 * count) / most);
  const paint = isRight || count === 0 ? GRID : fill;
  const text = { x: x + CELL / 2, y: y + CELL / 2 + 4, anchor: "middle" } as const;
  return [
    `<rect x="${x + 1}" y="${y + 1}" width="${CELL - 2}" height="${CELL - 2}" fill="${paint}"${isRight ? "" : count === 0 ? ' fill-opacity="0.45"' : ""}/>`,
    count === 0 ? "" : svgText(String(count), isRight ? text : { ...text, fill: ink }),
  ].join("");
}
