import type { Page } from "playwright-core";

/** Two texts may share so many pixels of their boxes, which are taller than their letters. */
const OVERLAP = 3;
/** The least contrast of texts (WCAG AA). */
const CONTRAST = 4.5;

/**
 * Returns what is wrong with each picture that a page shows in turn: texts cut off, on other texts, or too faint. The
 * page paints none of them, because one script shows and measures them all.
 */
export async function measurePictures(page: Page, svgs: readonly string[]): Promise<string[][]> {
  const script = `${JSON.stringify(svgs)}.map((svg) => { document.body.innerHTML = svg; return ${MEASURE}; })`;
  return (await page.evaluate(script)) as string[][];
}

/** Runs in the page. */
const MEASURE = `(() => {
  const svg = document.querySelector("svg");
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].map((element) => ({ element, text: element.textContent, box: element.getBoundingClientRect() }));
  const troubles = [];
  for (const { text, box } of texts) {
    if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom)
      troubles.push("cut off: " + text);
  }
  const isSlanted = ({ element }) => element.closest("[transform*=rotate]") !== null;
  for (const [i, a] of texts.entries()) {
    for (const b of texts.slice(i + 1)) {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (across > ${OVERLAP} && down > ${OVERLAP} && !isSlanted(a) && !isSlanted(b)) troubles.push("on each other: " + a.text + " | " + b.text);
    }
  }
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = channels(color).slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const mix = (top, below, share) => "rgb(" + [0, 1, 2].map((i) => share * channels(top)[i] + (1 - share) * channels(below)[i]).join() + ")";
  const groundOf = ({ box, element }) => {
    const stack = document.elementsFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const rects = stack.filter((each) => each.tagName === "rect" && each !== element).reverse();
    return rects.reduce((ground, rect) => {
      const { fill, fillOpacity, opacity } = getComputedStyle(rect);
      return fill === "none" ? ground : mix(fill, ground, fillOpacity * opacity);
    }, "rgb(255, 255, 255)");
  };
  for (const each of texts) {
    const [a, b] = [light(getComputedStyle(each.element).fill), light(groundOf(each))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < ${CONTRAST}) troubles.push("contrast " + contrast.toFixed(1) + ": " + each.text);
  }
  return troubles;
})()`;
