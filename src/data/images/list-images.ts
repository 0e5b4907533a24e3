import type { System } from "../../files/system.ts";
import { joinPath } from "../../text/paths.ts";
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

/** Where images are. */
interface Place {
  readonly system: System;
  /** The folder that all must be in, links followed. */
  readonly boundary: string;
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
export function listImages(path: string, shown: string, place: Place): ListedImages {
  const { system } = place;
  const strays: string[] = [];
  const foldersIn = (folder: string, name: string): string[] => {
    const entries = system.namesIn(folder).filter(isVisible).sort();
    const folders: string[] = [];
    for (const entry of entries) {
      if (system.find(joinPath(folder, entry))?.kind === "folder") folders.push(entry);
      else strays.push(joinPath(name, entry));
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
        names: foldersIn(joinPath(path, name), joinPath(shown, name)),
      }))
    : [{ folder: "", part: undefined, names: top }];
  const classes = [...new Set(parts.flatMap(({ names }) => names))].sort();
  const files = parts.flatMap(({ folder, part, names }) =>
    names.flatMap((name) => {
      const [from, called] = [joinPath(path, folder, name), joinPath(shown, folder, name)];
      return imagesIn(from, called, { ...place, strays }).map((file): ImageFile => {
        return { ...file, label: classes.indexOf(name), part };
      });
    }),
  );
  return { classes, files, strays, isDivided };
}

function imagesIn(
  folder: string,
  shown: string,
  { boundary, system, strays }: Place & { strays: string[] },
): Pick<ImageFile, "path" | "shown">[] {
  return system
    .namesIn(folder)
    .filter(isVisible)
    .sort()
    .flatMap((name) => {
      const [path, called] = [system.realPath(joinPath(folder, name)), joinPath(shown, name)];
      if (!system.isInside(path, boundary))
        throw refused("outside-repository", { ...IMAGE, allowed: "inside the repository", found: called });
      if (system.find(path)?.kind !== "file")
        throw refused("unreadable-file", { ...IMAGE, allowed: "a regular file", found: called });
      if (IMAGE_NAME.test(name) || isImage(startOf(path, system))) return [{ path, shown: called }];
      strays.push(called);
      return [];
    });
}

const IMAGE = { subject: "An image" };

function refused(...parts: Parameters<typeof imagesFault>): DatasetError {
  return new DatasetError([imagesFault(...parts)]);
}

function startOf(path: string, { chunksOf }: System): Uint8Array {
  for (const chunk of chunksOf(path)) return chunk.slice(0, LONGEST_START);
  return new Uint8Array(0);
}

/** Systems leave files of their own, such as .DS_Store. */
function isVisible(name: string): boolean {
  return !name.startsWith(".") && name !== "Thumbs.db";
}
