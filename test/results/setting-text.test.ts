import { expect, test } from "vitest";
import { settingText, shownText } from "../../src/results/setting-text.ts";

test("a setting is one line, whatever breaks its names hold", () => {
  const name = "deep \n\r\n ::warning::x\u2028y";
  expect(shownText(name)).toBe("deep ::warning::x y");
  expect(settingText({ values: [name, 0.1] }, [{ path: "variant" }, { path: "eta" }])).toBe(
    "variant = deep ::warning::x y, eta = 0.1",
  );
});
