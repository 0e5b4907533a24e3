import type { ComponentChildren, JSX } from "preact";
import { useMemo } from "preact/hooks";
import { lineStyle } from "../model/line-style.ts";
import type { Curve } from "./curve.ts";
import type { CurveFrame } from "./curve-frame.ts";
import { bandPath, curvePath, curvePaths } from "./curve-paths.ts";

/** What leaves the area between the axes is not drawn. */
export function Clipped({
  frame,
  children,
}: {
  frame: CurveFrame;
  children: ComponentChildren;
}): JSX.Element {
  const [x, y] = [frame.left, frame.top - 2];
  const [width, height] = [frame.right - x + 5, frame.bottom - y + 2];
  return (
    <svg class="clipped" {...{ x, y, width, height }} viewBox={`${x} ${y} ${width} ${height}`}>
      {children}
    </svg>
  );
}

/** The bands of curves, and above them their lines. */
export function Lines({ curves, frame }: { curves: readonly Curve[]; frame: CurveFrame }): JSX.Element {
  const paths = useMemo(() => curvePaths(curves, frame), [curves, frame]);
  return (
    <>
      {curves
        .filter(({ band }) => band)
        .map((curve) => (
          <path key={curve.key} class="band" style={lineStyle(curve.color)} d={bandPath(curve, frame)} />
        ))}
      {paths.map(({ look, color, path }) => (
        <path key={`${look} ${color}`} class={`curve ${look}`} style={lineStyle(color)} d={path} />
      ))}
    </>
  );
}

/** The curves that one is the mean of. */
export function Parts({
  curves,
  of: { color },
  frame,
}: {
  curves: readonly Curve[];
  of: Curve;
  frame: CurveFrame;
}): JSX.Element {
  return (
    <>
      {curves.map(({ key, values }) => (
        <path key={key} class="curve part" style={lineStyle(color)} d={curvePath(values, frame)} />
      ))}
    </>
  );
}
