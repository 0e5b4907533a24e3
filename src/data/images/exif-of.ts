/** Where the parts of a file begin: behind the signature of PNG, or the first marker of JPEG. */
const [PNG_START, JPEG_START] = [8, 2];
/** A part of a PNG has 8 bytes before its data, and 4 of a checksum behind them. */
const [PNG_HEAD, PNG_SUM] = [8, 4];
/** A JPEG's application data, and from where on there are no more parts but the image. */
const [APP1, SCAN] = [0xe1, 0xda];

/** Returns the Exif data of a PNG or JPEG, or undefined if it has none. */
export function exifOf(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes[0] === 0xff ? inJpeg(bytes, view) : inPng(bytes, view);
}

function inJpeg(bytes: Uint8Array, view: DataView): Uint8Array | undefined {
  for (let at = JPEG_START; at + 4 <= bytes.length; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at] !== 0xff || bytes[at + 1] === SCAN) return undefined;
    const data = bytes.subarray(at + 4, at + 2 + view.getUint16(at + 2));
    if (bytes[at + 1] === APP1 && says(data, "Exif\0\0")) return data.subarray(6);
  }
  return undefined;
}

function inPng(bytes: Uint8Array, view: DataView): Uint8Array | undefined {
  for (let at = PNG_START; at + PNG_HEAD <= bytes.length; at += PNG_HEAD + view.getUint32(at) + PNG_SUM) {
    const start = at + PNG_HEAD;
    if (says(bytes.subarray(at + 4), "eXIf")) return bytes.subarray(start, start + view.getUint32(at));
  }
  return undefined;
}

function says(bytes: Uint8Array, text: string): boolean {
  return Array.from(text).every((letter, i) => bytes[i] === letter.charCodeAt(0));
}
