import { readFileSync } from "node:fs";
import fc from "fast-check";
import { deflateSync } from "fflate";
import { describe, expect, it } from "vitest";
import { linkedSpec, playgroundHash } from "../../src/report/playground-link.ts";
import { base64Text } from "../../src/text/base64.ts";

const LR = { file: "experiments/lr.yaml", text: readFileSync("experiments/lr.yaml", "utf8") };
const FILES = fc.constantFrom("experiments/lr.yaml", "a.yml", "experimentos/año nuevo.yaml");
const TEXTS = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("", "\n", "\ufeffeta: 1\r\n"));

/** Returns a link as an attacker makes it. */
function hashOf(contents: string | Uint8Array): string {
  const bytes = typeof contents === "string" ? new TextEncoder().encode(contents) : contents;
  const packed = base64Text(deflateSync(bytes)).replace(/=+$/, "");
  return `spec=1.${packed.replaceAll("+", "-").replaceAll("/", "_")}`;
}

describe("playgroundHash()", () => {
  it("gives any spec back as it was, also behind # and before what the page adds", () => {
    fc.assert(
      fc.property(FILES, TEXTS, (file, text) => {
        const hash = playgroundHash({ file, text }) ?? "";
        expect(hash).toMatch(/^spec=1\.[\w-]+$/);
        expect(linkedSpec(hash)).toEqual({ file, text });
        expect(linkedSpec(`#${hash}&trial=2`)).toEqual({ file, text });
      }),
    );
  });

  it("is short, and always the same", () => {
    const hash = playgroundHash(LR) ?? "";
    expect(hash.length).toBeLessThan(LR.text.length);
    expect(playgroundHash({ ...LR })).toBe(hash);
  });

  it("makes no link of a spec that is too long for one", () => {
    expect(playgroundHash({ ...LR, text: "#".repeat(1 << 18) })).toBeUndefined();
    const noise = Array.from({ length: 20_000 }, (_, i) => Math.sin(i)).join("");
    expect(playgroundHash({ ...LR, text: noise.slice(0, 200_000) })).toBeUndefined();
  });
});

describe("linkedSpec()", () => {
  it.each(["", "#", "#lesson=xor", "trial=2&theme=dark"])("sees no link in %j", (hash) => {
    expect(linkedSpec(hash)).toBeUndefined();
  });

  it.each([
    ["of a later format", "spec=2.abc", "is of a newer version of gridient"],
    ["that is empty", "spec=1.", "has characters that no link has"],
    ["with foreign characters", "spec=1.a*b", "has characters that no link has"],
    ["that was cut", (playgroundHash(LR) ?? "").slice(0, 300), "is damaged"],
    ["of noise", "spec=1.____", "is damaged"],
    ["of no UTF-8", hashOf(new Uint8Array([97, 0xff])), "is damaged"],
    ["without a file", hashOf("eta: 1\n"), "does not begin with the name of a YAML file"],
    ["to a hidden name", hashOf("a\x1b[2J.yaml\neta: 1\n"), "does not begin with the name of a YAML file"],
    ["that unpacks to 40 MB", hashOf(new Uint8Array(40_000_000)), "unpacks to more than 262144 bytes"],
    ["of 100 MB", `spec=1.${"A".repeat(1e8)}`, "has 100000007 characters (at most 65536)"],
  ])("refuses a link %s", (_, hash, message) => {
    expect(() => linkedSpec(hash)).toThrow(`The link ${message}`);
  });

  it("answers anything else with a spec or with an error of its own", () => {
    fc.assert(
      fc.property(fc.base64String(), (noise) => {
        const read = (): unknown => linkedSpec(`spec=1.${noise.replace(/=+$/, "")}`);
        try {
          read();
        } catch (error) {
          expect(error).toMatchObject({ name: "GridientError", code: "E_DATA" });
        }
      }),
    );
  });
});
