import { expect, test } from "vitest";
import { settingText, shownText } from "../../src/results/setting-text.ts";

test("a setting is one line, whatever breaks its names hold", () => {
  const name = "deep \n\r\n ::warning::x\u2028y";
  expect(shownText(name)).toBe("deep ::warning::x y");
  expect(settingText({ values: [name, 0.1] }, [{ path: "variant" }, { path: "eta" }])).toBe(
    "variant = deep ::warning::x y, eta = 0.1",
  );
});

test("data sets and optimizers are named as people name them, also in zip groups", () => {
  const moons = { name: "moons", samples: 300, noise: 0.1 };
  const flowers = { name: "csv", path: "../data/flowers.csv", target: "species", ignore: ["id", "date"] };
  expect(shownText(moons)).toBe("moons (samples 300)");
  expect(shownText(flowers)).toBe("data/flowers.csv (target species, ignore [id, date])");
  expect(shownText({ name: "expression", expression: "x^2" })).toBe("x^2");
  expect(shownText({ together: { dataset: moons, eta: 0.1 } })).toBe(
    "dataset = moons (samples 300), eta = 0.1",
  );
  expect(settingText({ values: [moons, 3] }, [{ path: "dataset" }, { path: "eta" }])).toBe(
    "dataset = moons (samples 300), eta = 3",
  );
});
