import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packList, unpackList } from "../../../src/report/page/packed-columns.ts";

/** What JSON keeps of a value. */
function throughJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

describe("unpackList()", () => {
  it("returns what was packed, through JSON", () => {
    const leaf = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(0, 1, "a", null));
    const fields = fc.record({ a: leaf, b: leaf, c: fc.record({ d: leaf }) }, { requiredKeys: ["b"] });
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: fields }, leaf)), (values) => {
        expect(unpackList(throughJson(packList(values)))).toEqual(throughJson(values));
      }),
      { seed: 1 },
    );
  });

  it("states what all values share once, and each field's name once", () => {
    const values = Array.from({ length: 1000 }, (_, i) => ({
      digest: "d".repeat(64),
      place: { seed: 0, i },
    }));
    const text = JSON.stringify(packList(values));
    expect(text.match(/d{64}/g)).toHaveLength(1);
    expect(text.match(/"seed"/g)).toHaveLength(1);
  });
});
