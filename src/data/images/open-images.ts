import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { boundaryOf } from "../../files/boundary-of.ts";
import { isInside } from "../../files/is-inside.ts";
import { realPath } from "../../files/real-path.ts";
import { dataPath } from "../data-path.ts";
import { DatasetError, type OptionFault } from "../dataset-error.ts";
import { FOLDER } from "../source.ts";
import { decodeImage } from "./decode-image.ts";
import type { ImagesOptions } from "./images-options.ts";
import { writeImage } from "./resize-image.ts";

/** A folder of images, each brought to one shape. */
export interface OpenImages {
  /** Names of the folders, sorted by code unit. */
  readonly classes: readonly string[];
  /** By class, then by name. */
  readonly labels: Uint8Array;
  /** Row-major [images, height, width, channels]. */
  readonly inputs: Uint8Array;
  /** SHA-256, hex, of the classes and of each image's bytes: not of the names of the files. */
  readonly sha256: string;
}

interface ImageFile {
  readonly path: string;
  readonly shown: string;
  readonly label: number;
}

const MOST_FAULTS = 20;
const MOST_CLASSES = 256;
let kept: { readonly key: string; readonly open: OpenImages } | undefined;

/**
 * Returns the images of a folder, decoded only if one has changed since it was last asked for.
 * @throws {DatasetError} If there are none, or one cannot be read.
 */
export function openImages(options: ImagesOptions): OpenImages {
  const { path, shown } = dataPath(options, "path", "folder");
  const classes = readdirSync(path).filter(isVisible).sort();
  const boundary = boundaryOf(options[FOLDER] ?? ".");
  const files = classes.flatMap((name, label) =>
    filesIn(join(path, name), join(shown, name), { label, boundary }),
  );
  const faults = countFaults(classes, files);
  if (faults.length > 0) throw new DatasetError(faults);
  const { height, width, channels } = options;
  const stamps = files.map((file) => [file.path, stampOf(file.path)]);
  const key = JSON.stringify([path, height, width, channels, stamps]);
  if (kept?.key !== key) kept = { key, open: read(files, classes, options) };
  return kept.open;
}

function filesIn(
  folder: string,
  shown: string,
  { label, boundary }: { label: number; boundary: string },
): ImageFile[] {
  if (!statSync(folder).isDirectory()) throw refused("a folder must hold a folder for each class", shown);
  return readdirSync(folder)
    .filter(isVisible)
    .sort()
    .map((name) => {
      const path = realPath(join(folder, name));
      if (!isInside(path, boundary)) throw refused("it must be inside the repository", join(shown, name));
      if (!statSync(path).isFile()) throw refused("it must be a regular file", join(shown, name));
      return { path, shown: join(shown, name), label };
    });
}

function read(files: readonly ImageFile[], classes: readonly string[], options: ImagesOptions): OpenImages {
  const size = options.height * options.width * (options.channels === "grey" ? 1 : 3);
  const inputs = new Uint8Array(files.length * size);
  const digest = createHash("sha256").update(JSON.stringify(classes));
  const faults: OptionFault[] = [];
  files.forEach(({ path, shown, label }, i) => {
    try {
      const bytes = readFileSync(path);
      digest.update(`${label} ${bytes.length} `).update(bytes);
      writeImage(inputs.subarray(i * size, (i + 1) * size), decodeImage(bytes), options);
    } catch (error) {
      faults.push(fault("it must be a whole PNG or JPEG", `${shown}: ${(error as Error).message}`));
    }
  });
  if (faults.length > 0) throw new DatasetError(faults.slice(0, MOST_FAULTS));
  return {
    classes,
    labels: Uint8Array.from(files, ({ label }) => label),
    inputs,
    sha256: digest.digest("hex"),
  };
}

function countFaults(classes: readonly string[], files: readonly ImageFile[]): OptionFault[] {
  if (classes.length < 2 || classes.length > MOST_CLASSES)
    return [fault(`there must be 2 to ${MOST_CLASSES} folders, one for each class`, String(classes.length))];
  const empty = classes.filter((_, label) => !files.some((file) => file.label === label));
  return empty.map((name) => fault("every class must have an image", `none in ${JSON.stringify(name)}`));
}

/** Systems leave files of their own, such as .DS_Store. */
function isVisible(name: string): boolean {
  return !name.startsWith(".") && name !== "Thumbs.db";
}

function stampOf(path: string): string {
  const { size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return [size, mtimeNs, ctimeNs].join("/");
}

function refused(rule: string, found: string): DatasetError {
  return new DatasetError([fault(rule, found)]);
}

function fault(rule: string, found: string): OptionFault {
  return { option: "path", message: `Cannot read the images as ${rule}: ${found}` };
}
