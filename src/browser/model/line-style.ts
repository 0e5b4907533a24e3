import { DARK } from "../../report/pictures/colors.ts";

/** Returns the style that gives lines and keys a colour of the pictures, in the light and in the dark. */
export function lineStyle(color: string | undefined): { "--line"?: string } {
  return color === undefined ? {} : { "--line": `light-dark(${color}, ${DARK.get(color) ?? color})` };
}
