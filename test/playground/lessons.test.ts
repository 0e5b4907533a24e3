import { describe, expect, it } from "vitest";
import { RecentData } from "../../src/pipeline/data/recent-data.ts";
import { trainBatch } from "../../src/pipeline/threads/train-batch.ts";
import { lessonSpec, startOf, type Lesson } from "../../src/playground/lessons/lesson.ts";
import { LESSONS } from "../../src/playground/lessons/course/lessons.ts";
import { Playground } from "../../src/playground/playground.ts";
import { memoryShelf } from "../../src/playground/shelf.ts";
import { ShelfRecords } from "../../src/playground/shelf-records.ts";
import { inlineRunner } from "../../src/runners/inline-runner.ts";
import { IS_LONG } from "../support/long-form.ts";

/** One for all lessons, so that the digits are made once. */
const playground = new Playground({
  records: new ShelfRecords(memoryShelf()),
  takeRunner: () => inlineRunner(trainBatch),
  assets: { script: "", style: "", trainer: "" },
  recent: new RecentData(),
  now: () => 0,
});

describe("LESSONS", () => {
  it("have addresses of their own, and a place in their spec for each knob", () => {
    expect(new Set(LESSONS.map(({ id }) => id)).size).toBe(LESSONS.length);
    for (const lesson of LESSONS) {
      expect(lesson.id).toMatch(/^[a-z-]+$/);
      const places = [...lesson.spec.matchAll(/<([\w.]+)>/g)].map(([, path]) => path);
      expect(new Set(places)).toEqual(new Set(lesson.knobs.map(({ path }) => path)));
      expect(places).toHaveLength(lesson.knobs.length);
      expect(lessonSpec(lesson, startOf(lesson)).text).not.toContain("<");
    }
  });

  it("have two or three knobs, and as many paragraphs in each language", () => {
    for (const { knobs, text, title, question, task } of LESSONS) {
      expect([2, 3]).toContain(knobs.length);
      for (const { values, start } of knobs) expect(values[start]).toBeDefined();
      expect(text.es).toHaveLength(text.en.length);
      for (const { en, es } of [title, question, task]) expect([en, es, en !== es]).toEqual([en, es, true]);
    }
  });
});

describe.each(LESSONS)("the lesson $id", (lesson) => {
  it("has a spec without problems for all values of its knobs", async () => {
    for (const chosen of combinations(lesson)) {
      const checked = await playground.check(lessonSpec(lesson, chosen), 1);
      expect({ chosen, problems: checked.problems }).toEqual({ chosen, problems: [] });
      expect(checked.status).toBe("planned");
    }
  });

  it("shows its picture and what it expects at the start, and no longer for another value of a knob", async () => {
    expect(await holds(lesson, startOf(lesson))).toBe(true);
    expect([...playground.results().keys()]).toContain(`plots/${lesson.picture}.svg`);
    const broken = [];
    for (const chosen of turns(lesson)) {
      if (!(await holds(lesson, chosen))) broken.push(chosen);
      if (broken.length > 0 && !IS_LONG) break;
    }
    expect(broken.length).toBeGreaterThan(0);
  });
});

/** Returns every choice of values. */
function combinations({ knobs }: Lesson): string[][] {
  return knobs.reduce<string[][]>(
    (chosen, { values }) => chosen.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  );
}

/** Returns the start with one knob turned, in turn. */
function turns(lesson: Lesson): string[][] {
  const start = startOf(lesson);
  return lesson.knobs.flatMap(({ values }, k) =>
    values.filter((value) => value !== start[k]).map((value) => start.with(k, value)),
  );
}

async function holds(lesson: Lesson, chosen: readonly string[]): Promise<boolean> {
  const { page, complete } = await playground.sweep(lessonSpec(lesson, chosen), { workers: 1 });
  expect(complete).toBe(true);
  expect(page.expectations.length).toBeGreaterThan(0);
  return page.expectations.every(({ holds }) => holds);
}
