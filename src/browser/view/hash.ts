import type { Zoom } from "../charts/zoom.ts";
import { FIRST_VIEW, type Brush, type View } from "./view.ts";

const BRUSH = "brush.";
/** Words of the page around, in the playground. */
const KEPT = ["lesson", "spec"];

/** Returns a view as the part of an address behind `#`; "" for the first one. */
export function hashOf(view: View): string {
  const { table, sort, query, brushes, metric, curves, scale, zoom, trial, compared, theme } = view;
  const words = new URLSearchParams();
  if (table === "trials") words.set("table", table);
  if (sort) words.set("sort", `${sort.descending ? "-" : ""}${sort.key}`);
  if (query !== "") words.set("search", query);
  for (const [key, [low, high]] of Object.entries(brushes)) words.set(BRUSH + key, `${low}~${high}`);
  if (metric !== undefined) words.set("metric", metric);
  if (curves === "trials") words.set("curves", curves);
  if (scale) words.set("scale", scale);
  if (zoom) words.set("zoom", [...zoom.epochs, ...(zoom.values ?? [])].join("~"));
  if (trial !== undefined) words.set("trial", String(trial));
  if (compared.length > 0) words.set("compare", compared.join(","));
  if (theme) words.set("theme", theme);
  return words.toString();
}

/** Returns a hash with another view in it. */
export function hashWith(view: View, hash: string): string {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const kept = new URLSearchParams([...words].filter(([word]) => KEPT.includes(word)));
  return [kept.toString(), hashOf(view)].filter((part) => part !== "").join("&");
}

/** Returns the view that a hash describes; what makes no sense in it is left out. */
export function viewOf(hash: string): View {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const sort = words.get("sort");
  const theme = words.get("theme");
  const scale = words.get("scale");
  return {
    ...FIRST_VIEW,
    table: words.get("table") === "trials" ? "trials" : "configurations",
    sort: sort ? { key: sort.replace(/^-/, ""), descending: sort.startsWith("-") } : undefined,
    query: words.get("search") ?? "",
    brushes: Object.fromEntries([...words].flatMap(readBrush)),
    metric: words.get("metric") ?? undefined,
    curves: words.get("curves") === "trials" ? "trials" : "settings",
    scale: scale === "whole" || scale === "log" ? scale : undefined,
    zoom: readZoom(words.get("zoom") ?? ""),
    trial: numbers(words.get("trial"))[0],
    compared: numbers(words.get("compare")).slice(0, 2),
    theme: theme === "light" || theme === "dark" ? theme : undefined,
  };
}

function readBrush([word, text]: [string, string]): [string, Brush][] {
  const [low, high] = text.split("~").map(Number);
  const isBrush = word.startsWith(BRUSH) && low! >= 0 && high! <= 1 && low! <= high!;
  return isBrush ? [[word.slice(BRUSH.length), [low!, high!]]] : [];
}

function readZoom(text: string): Zoom | undefined {
  const [first, last, low, high, ...others] = text.split("~").map(Number);
  const isRange = Number.isInteger(first) && Number.isInteger(last) && first! >= 0 && first! < last!;
  if (!isRange || others.length > 0) return undefined;
  const epochs = [first!, last!] as const;
  return low! < high! ? { epochs, values: [low!, high!] } : low === undefined ? { epochs } : undefined;
}

function numbers(text: string | null): number[] {
  return (text ?? "")
    .split(",")
    .filter((word) => /^\d+$/.test(word))
    .map(Number);
}
