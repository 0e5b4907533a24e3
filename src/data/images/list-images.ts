import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { isInside } from "../../files/is-inside.ts";
import { realPath } from "../../files/real-path.ts";
import type { PartName } from "../dataset.ts";
import { isImage } from "./decode-image.ts";
import { DatasetError } from "../dataset-error.ts";
import { imagesFault } from "./images-options.ts";

/** An image of a folder. */
export interface ImageFile {
  readonly path: string;
  readonly shown: string;
  readonly label: number;
  /** The part that its folder names, if folders do. */
  readonly part: PartName | undefined;
}

/** The images of a folder, by class, then by name; of one that is divided by part first. */
export interface ListedImages {
  /** Names of the folders, sorted by code unit. */
  readonly classes: readonly string[];
  readonly files: readonly ImageFile[];
  /** Files that are no images. */
  readonly strays: readonly string[];
  readonly isDivided: boolean;
}

/** Folders that divide the images themselves. */
const PARTS: Readonly<Record<string, PartName>> = {
  train: "train",
  training: "train",
  validation: "validation",
  valid: "validation",
  val: "validation",
  dev: "validation",
  test: "test",
  testing: "test",
};
const IMAGE_NAME = /\.(?:png|jpe?g|jpe|jfif|gif|webp|bmp|tiff?|heic|avif)$/i;
const LONGEST_START = 8;

/** Returns the images of a folder that has a folder for each class, perhaps below folders for the parts. */
export function listImages(path: string, shown: string, boundary: string): ListedImages {
  const strays: string[] = [];
  const foldersIn = (folder: string, name: string): string[] => {
    const entries = readdirSync(folder).filter(isVisible).sort();
    const folders: string[] = [];
    for (const entry of entries) {
      if (statSync(join(folder, entry)).isDirectory()) folders.push(entry);
      else strays.push(join(name, entry));
    }
    return folders;
  };
  const top = foldersIn(path, shown);
  const isDivided =
    top.length > 1 &&
    top.every((name) => Object.hasOwn(PARTS, name.toLowerCase())) &&
    top.some((name) => PARTS[name.toLowerCase()] === "train");
  const parts = isDivided
    ? top.map((name) => ({
        folder: name,
        part: PARTS[name.toLowerCase()],
        names: foldersIn(join(path, name), join(shown, name)),
      }))
    : [{ folder: "", part: undefined, names: top }];
  const classes = [...new Set(parts.flatMap(({ names }) => names))].sort();
  const files = parts.flatMap(({ folder, part, names }) =>
    names.flatMap((name) => {
      const [from, called] = [join(path, folder, name), join(shown, folder, name)];
      return imagesIn(from, called, { boundary, strays }).map((file): ImageFile => {
        return { ...file, label: classes.indexOf(name), part };
      });
    }),
  );
  return { classes, files, strays, isDivided };
}

function imagesIn(
  folder: string,
  shown: string,
  { boundary, strays }: { boundary: string; strays: string[] },
): Pick<ImageFile, "path" | "shown">[] {
  return readdirSync(folder)
    .filter(isVisible)
    .sort()
    .flatMap((name) => {
      const [path, called] = [realPath(join(folder, name)), join(shown, name)];
      if (!isInside(path, boundary))
        throw refused("outside-repository", { ...IMAGE, allowed: "inside the repository", found: called });
      if (!statSync(path).isFile())
        throw refused("unreadable-file", { ...IMAGE, allowed: "a regular file", found: called });
      if (IMAGE_NAME.test(name) || isImage(startOf(path))) return [{ path, shown: called }];
      strays.push(called);
      return [];
    });
}

const IMAGE = { subject: "An image" };

function refused(...parts: Parameters<typeof imagesFault>): DatasetError {
  return new DatasetError([imagesFault(...parts)]);
}

function startOf(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    const bytes = new Uint8Array(LONGEST_START);
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** Systems leave files of their own, such as .DS_Store. */
function isVisible(name: string): boolean {
  return !name.startsWith(".") && name !== "Thumbs.db";
}
