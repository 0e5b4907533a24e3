import { isUtf8 as isUtf8InNode } from "node:buffer";
import { createHash } from "node:crypto";
import { posix } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base64Bytes, base64Text } from "../../src/text/base64.ts";
import { folderOf, isAbsolutePath, joinPath, wayTo } from "../../src/text/paths.ts";
import { sha256Hex } from "../../src/text/sha256.ts";
import { isUtf8, joinBytes, latin1Text, utf8Bytes, utf8Text } from "../../src/text/utf8.ts";

/** Often letters of ASCII, and often the bytes of longer ones. */
const BYTES = fc.oneof(
  fc.uint8Array({ maxLength: 90 }),
  fc.string({ unit: "binary", maxLength: 60 }).map((text) => Uint8Array.from(Buffer.from(text))),
);
const PATH = fc
  .tuple(fc.constantFrom("", "/"), fc.array(fc.constantFrom("a", "b", ".", "..", ""), { maxLength: 6 }))
  .map(([start, names]) => start + names.join("/"));

describe("what also runs in a browser does what Node does:", () => {
  it("base64", () => {
    const law = fc.property(BYTES, (bytes) => {
      const text = Buffer.from(bytes).toString("base64");
      expect([base64Text(bytes), base64Bytes(text)]).toEqual([text, bytes]);
    });
    fc.assert(law);
  });

  it("UTF-8, from any place of a buffer on", () => {
    const law = fc.property(BYTES, fc.nat(7), (all, start) => {
      const bytes = joinBytes([new Uint8Array(start), all]).subarray(start);
      const text = Buffer.from(bytes).toString();
      expect([utf8Text(bytes), isUtf8(bytes)]).toEqual([text, isUtf8InNode(bytes)]);
      expect(utf8Bytes(text)).toEqual(Uint8Array.from(Buffer.from(text)));
      expect(latin1Text(bytes)).toBe(Buffer.from(bytes).toString("latin1"));
      expect(sha256Hex(text)).toBe(createHash("sha256").update(text).digest("hex"));
    });
    fc.assert(law);
  });

  it("paths", () => {
    const law = fc.property(PATH, PATH, (path, other) => {
      expect(joinPath(path, other)).toBe(posix.join(path, other));
      expect(isAbsolutePath(path)).toBe(posix.isAbsolute(path));
      const plain = posix.normalize(path).replace(/(?<=.)\/$/, "");
      expect(folderOf(plain)).toBe(posix.dirname(plain));
      const [from, to] = [joinPath("/x", path), joinPath("/x", path, other)];
      expect(wayTo(from, to)).toBe(posix.relative(from, to));
    });
    fc.assert(law, { examples: [[".", "/"]] });
  });

  it.each(["C:/data", String.raw`C:\data`])("%s is absolute on every system", (path) => {
    expect(isAbsolutePath(path)).toBe(true);
  });
});
