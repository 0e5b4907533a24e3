/**
 * How large a file of data may be, in every respect in which a small file can ask for much memory or time. All of them
 * are checked before the work that they bound; docs/reference/limits.md states them.
 * @module
 */

export const MEBIBYTE: number = 1024 * 1024;

/** Columns of a table, and keys of a line of JSON. */
export const MOST_COLUMNS: number = 50_000;
/** Bytes of a row of CSV, of a line of JSON and of an entry of a JSON array: a longer row has a quote that is not closed. */
export const MOST_ROW_BYTES: number = 4 * MEBIBYTE;

/** Bytes that a packed file may unpack to, however small it is; beyond that so many times its size, ... */
export const ALWAYS_UNPACKED: number = 64 * MEBIBYTE;
export const MOST_EXPANSION: number = 50;
/** ... and never more than this: it would hardly fit memory. */
export const MOST_UNPACKED: number = 1024 * MEBIBYTE;

/** Bytes of the file of an image, pixels of an image, and bytes that these take before they become one byte a channel. */
export const MOST_IMAGE_BYTES: number = 256 * MEBIBYTE;
export const MOST_MEGAPIXELS: number = 50;
export const MOST_PIXEL_BYTES: number = 256 * MEBIBYTE;
/** Bytes of a PNG's palette: 256 colours. */
export const MOST_PALETTE_BYTES: number = 768;
/** Scans of a JPEG, ten or so in photos, each of which visits all pixels; and scans times pixels. */
export const MOST_SCANS: number = 100;
export const MOST_SCANNED_MEGAPIXELS: number = 1000;
/** Megabytes that the decoder of JPEGs may take. */
export const MOST_JPEG_MEGABYTES: number = 1024;
