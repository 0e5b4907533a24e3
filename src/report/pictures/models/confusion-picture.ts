import { settingText } from "../../../results/setting-text.ts";
import { figureText } from "../../../results/figure-text.ts";
import type { Results } from "../../../results/results.ts";
import type { Portrait } from "../../../training/portraits/portrait.ts";
import { cellColor } from "../axes/cell-color.ts";
import { FAINT_INK, GRID } from "../colors.ts";
import type { Picture } from "../picture.ts";
import { framedSvg, svgText } from "./svg.ts";

const CELL = 44;
const LEFT = 44;
const TOP = 30;
const MOST_CLASSES = 20;

/** Returns the picture of which class got which answer; none where no answer was wrong, or numbers are predicted. */
export function confusionPicture(portrait: Portrait, { experiment, columns, best }: Results): Picture[] {
  const { confusion = [], part } = portrait;
  const all = confusion.flatMap((row, label) => row.map((count, answer) => ({ label, answer, count })));
  const wrong = all.filter(({ label, answer, count }) => label !== answer && count > 0);
  if (wrong.length === 0 || confusion.length > MOST_CLASSES) return [];
  const worst = wrong.toSorted((a, b) => b.count - a.count);
  const examples = all.reduce((sum, { count }) => sum + count, 0);
  const mistakes = wrong.reduce((sum, { count }) => sum + count, 0);
  const setting = settingText(best!, columns);
  const size = CELL * confusion.length;
  const often = worst
    .slice(0, 3)
    .map(({ label, answer, count }) => `${label} taken for ${answer} (${count} times)`);
  return [
    {
      name: "confusion",
      alt: `${experiment.name}: confusion matrix of the best model on ${examples} ${part} examples`,
      caption: `${mistakes} of ${examples} answers are wrong (${figureText(`${part}Accuracy`, mistakes / examples)}); most often ${often.join(", ")}`,
      drawing: framedSvg(
        {
          title: "Which class got which answer",
          subtitle: `${part} examples; best model: ${setting}; coloured: wrong answers`,
          width: LEFT + size,
          height: TOP + size,
        },
        [
          svgText("answer", { x: LEFT + size / 2, y: 2, fill: FAINT_INK, anchor: "middle" }),
          svgText("class", { x: 0, y: TOP - 8, fill: FAINT_INK }),
          ...confusion.flatMap((_, k) => [
            svgText(String(k), { x: LEFT + (k + 0.5) * CELL, y: TOP - 8, anchor: "middle" }),
            svgText(String(k), { x: LEFT - 12, y: TOP + (k + 0.5) * CELL + 4, anchor: "end" }),
          ]),
          ...all.map((cell) => cellSvg(cell, worst[0]!.count)),
        ],
      ),
    },
  ];
}

/** The right answers are many times as many as the wrong ones: they get no colour. */
function cellSvg(
  { label, answer, count }: { label: number; answer: number; count: number },
  most: number,
): string {
  const [x, y] = [LEFT + answer * CELL, TOP + label * CELL];
  const isRight = label === answer;
  const { fill, ink } = cellColor(0.1 + (0.9 * count) / most);
  const paint = isRight || count === 0 ? GRID : fill;
  const text = { x: x + CELL / 2, y: y + CELL / 2 + 4, anchor: "middle" } as const;
  return [
    `<rect x="${x + 1}" y="${y + 1}" width="${CELL - 2}" height="${CELL - 2}" fill="${paint}"${isRight ? "" : count === 0 ? ' fill-opacity="0.45"' : ""}/>`,
    count === 0 ? "" : svgText(String(count), isRight ? text : { ...text, fill: ink }),
  ].join("");
}
