import type { System } from "../../files/system.ts";
import { dataPath } from "../data-path.ts";
import { DatasetError, type OptionFault } from "../dataset-error.ts";
import type { OpenedContent } from "../opened-files.ts";
import type { DataFolder } from "../source.ts";
import type { PartName } from "../dataset.ts";
import { imagesFault, type ImagesOptions } from "./images-options.ts";
import { listImages, type ImageFile, type ListedImages } from "./list-images.ts";
import { decodeImage } from "./decode-image.ts";
import { readImageFile } from "./read-image-file.ts";
import { writeImage } from "./resize-image.ts";

/** A folder of images, each brought to one shape. */
export interface OpenImages {
  /** Names of the folders, sorted by code unit. */
  readonly classes: readonly string[];
  /** By class, then by name. */
  readonly labels: Uint8Array;
  /** Row-major [images, height, width, channels]. */
  readonly inputs: Uint8Array;
  /** The part of each image, if folders divide them. */
  readonly parts?: readonly PartName[];
  /** Files that are no images; they are ignored. */
  readonly strays: readonly string[];
  /** SHA-256, hex, of the classes and of each image's bytes: not of the names of the files. */
  readonly sha256: string;
}

const MOST_FAULTS = 20;
const MOST_CLASSES = 256;

/**
 * Returns the images of a folder, decoded only if one has changed since this command last asked for them.
 * @throws {DatasetError} If there are none, or one cannot be read.
 */
export function openImages(options: ImagesOptions, folder: DataFolder): OpenImages {
  const { system, opened } = folder;
  const { path, shown } = dataPath(options, "path", "folder", folder);
  const listed = listImages(path, shown, { system, boundary: system.boundaryOf(folder.path) });
  const { classes, files } = listed;
  const faults = countFaults(classes, files);
  if (faults.length > 0) throw new DatasetError(faults);
  const { height, width, channels } = options;
  const stamps = files.map((file) => [file.path, system.find(file.path)?.stamp]);
  const key = JSON.stringify(["images", path, height, width, channels, stamps, listed.strays]);
  return opened.read(key, () => read(listed, options, system));
}

function read(
  { files, classes, strays, isDivided }: ListedImages,
  options: ImagesOptions,
  system: System,
): OpenedContent<OpenImages> {
  const size = options.height * options.width * (options.channels === "grey" ? 1 : 3);
  const inputs = new Uint8Array(files.length * size);
  const digest = system.startSha256().update(JSON.stringify(classes));
  const faults: OptionFault[] = [];
  files.forEach(({ path, shown, label, part }, i) => {
    try {
      const bytes = readImageFile(path, system);
      digest.update(`${isDivided ? `${part} ` : ""}${label} ${bytes.length} `).update(bytes);
      writeImage(inputs.subarray(i * size, (i + 1) * size), decodeImage(bytes, system), options);
    } catch (error) {
      faults.push(
        imagesFault("damaged-file", `${shown} must be a whole PNG or JPEG: ${(error as Error).message}`),
      );
    }
  });
  if (faults.length > 0) throw new DatasetError(faults.slice(0, MOST_FAULTS));
  const content = {
    classes,
    labels: Uint8Array.from(files, ({ label }) => label),
    inputs,
    strays,
    ...(isDivided && { parts: files.map(({ part }) => part!) }),
    sha256: digest.digest("hex"),
  };
  return { content, bytes: inputs.length };
}

function countFaults(classes: readonly string[], files: readonly ImageFile[]): OptionFault[] {
  if (classes.length < 2 || classes.length > MOST_CLASSES)
    return [
      imagesFault("class-count", {
        subject: "A folder of images",
        verb: "must have",
        allowed: `2 to ${MOST_CLASSES} folders, one for each class`,
        found: classes.length,
      }),
    ];
  const empty = classes.filter((_, label) => !files.some((file) => file.label === label));
  return empty.map((name) =>
    imagesFault("class-count", {
      subject: "Every class",
      verb: "must have",
      allowed: "an image",
      found: `none in ${JSON.stringify(name)}`,
    }),
  );
}
