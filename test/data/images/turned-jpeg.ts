import jpeg from "jpeg-js";

/** Pixels of a block, which JPEG keeps apart from its neighbours. */
const BLOCK = 8;
/** An image of three by two blocks, all of different brightness, as it is to be seen. */
export const BLOCKS: readonly (readonly number[])[] = [
  [20, 60, 100],
  [140, 180, 240],
];

type Side = "top" | "bottom" | "left" | "right";

/** Where Exif 2.32 has the first row and the first column of what a file holds, by orientation. */
const SIDES: Readonly<Record<number, readonly [Side, Side]>> = {
  1: ["top", "left"],
  2: ["top", "right"],
  3: ["bottom", "right"],
  4: ["bottom", "left"],
  5: ["left", "top"],
  6: ["right", "top"],
  7: ["right", "bottom"],
  8: ["left", "bottom"],
};

/** Returns a JPEG that shows BLOCKS but holds them turned or mirrored, and says so in its Exif data. */
export function turnedJpeg(orientation: number, isLittle = true): Uint8Array {
  const [rows, columns] = SIDES[orientation]!;
  const isLying = rows === "left" || rows === "right";
  const [seenHeight, seenWidth] = [BLOCKS.length, BLOCKS[0]!.length];
  const [height, width] = isLying ? [seenWidth, seenHeight] : [seenHeight, seenWidth];
  /** Returns the place along one side of what is seen, for a row or column so far from the first. */
  const place = (side: Side, distance: number): number => {
    if (side === "top" || side === "left") return distance;
    return (side === "bottom" ? seenHeight : seenWidth) - 1 - distance;
  };
  const data = Uint8Array.from({ length: 4 * BLOCK * BLOCK * height * width }, (_, i) => {
    if (i % 4 === 3) return 255;
    const pixel = Math.floor(i / 4);
    const row = Math.floor(pixel / (BLOCK * width) / BLOCK);
    const column = Math.floor((pixel % (BLOCK * width)) / BLOCK);
    const [alongRows, alongColumns] = [place(rows, row), place(columns, column)];
    return isLying ? BLOCKS[alongColumns]![alongRows]! : BLOCKS[alongRows]![alongColumns]!;
  });
  const image = { height: BLOCK * height, width: BLOCK * width, data };
  const exifBuffer = exif(orientation, isLittle);
  return jpeg.encode({ ...image, exifBuffer } as typeof image, 95).data;
}

/** Returns Exif data with an entry for the orientation behind another one. */
export function exif(orientation: number, isLittle = true): Uint8Array {
  const bytes = new Uint8Array(6 + 8 + 2 + 24 + 4);
  bytes.set(new TextEncoder().encode(`Exif\0\0${isLittle ? "II" : "MM"}`));
  const view = new DataView(bytes.buffer, 6);
  view.setUint16(2, 42, isLittle);
  view.setUint32(4, 8, isLittle);
  view.setUint16(8, 2, isLittle);
  const entry = (at: number, tag: number, type: number, value: number): void => {
    view.setUint16(at, tag, isLittle);
    view.setUint16(at + 2, type, isLittle);
    view.setUint32(at + 4, 1, isLittle);
    view.setUint16(at + 8, value, isLittle);
  };
  entry(10, 0x0100, 4, 7);
  entry(22, 0x0112, 3, orientation);
  return bytes;
}
