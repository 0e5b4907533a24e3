import { useCallback, useEffect, useState } from "preact/hooks";
import { hashOf, hashWith, viewOf } from "./hash.ts";
import type { View } from "./view.ts";

/** Changes some of a view. */
export type ChangeView = (change: Partial<View>) => void;

/** Browsers refuse an address that changes many times a second, as it would while a brush moves. */
const WRITE_DELAY = 100;

/** Returns the view that the address names, and a function that changes it there. */
export function useView(): [View, ChangeView] {
  const [view, setView] = useState(() => viewOf(location.hash));
  useEffect(() => {
    const follow = (): void => setView(viewOf(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  useEffect(() => {
    const hash = hashOf(view);
    if (hash === hashOf(viewOf(location.hash))) return undefined;
    const write = (): void => history.replaceState(null, "", `#${hashWith(view, location.hash)}`);
    const timer = setTimeout(write, WRITE_DELAY);
    return () => clearTimeout(timer);
  }, [view]);
  const change = useCallback<ChangeView>((part) => setView((before) => ({ ...before, ...part })), []);
  return [view, change];
}
