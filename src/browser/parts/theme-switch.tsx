import type { JSX } from "preact";
import { useLayoutEffect } from "preact/hooks";
import type { View } from "../view/view.ts";

const THEMES = [undefined, "light", "dark"] as const;

/** Three choices: as the system has it, light, dark. */
export function ThemeSwitch({
  theme,
  onChange,
}: {
  theme: View["theme"];
  onChange: (theme: View["theme"]) => void;
}): JSX.Element {
  useLayoutEffect(() => {
    document.documentElement.dataset["theme"] = theme ?? "";
  }, [theme]);
  return (
    <div class="switch" role="group" aria-label="Colours">
      {THEMES.map((choice) => (
        <button key={choice} type="button" aria-pressed={choice === theme} onClick={() => onChange(choice)}>
          {choice === undefined ? "Auto" : choice === "light" ? "Light" : "Dark"}
        </button>
      ))}
    </div>
  );
}
