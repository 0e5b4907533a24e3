/** A log as far as it has been read. */
export interface Log {
  readonly name: string;
  readonly path: string;
  end: number;
  /** How many lines there are up to there. */
  lines: number;
  mayGrow: boolean;
}

/** Where a line lies, and where those lie that it replaces. */
export interface Place {
  readonly log: Log;
  readonly line: number;
  readonly offset: number;
  readonly bytes: number;
  older: Place | undefined;
}

/** Where the records of trials lie in logs. */
export class LogIndex {
  readonly #places = new Map<string, Place>();
  #nameless: Place[] = [];

  /** Enters the next line of a log. @param id The trial that it is about, if it is known. */
  enter(id: string | undefined, log: Log, offset: number, bytes: number): void {
    log.lines += 1;
    const place = { log, line: log.lines, offset, bytes, older: undefined };
    if (id === undefined) this.#nameless.push(place);
    else this.#places.set(id, inOrder(place, this.#places.get(id)));
  }

  /** Returns the latest line about a trial. */
  get(id: string): Place | undefined {
    return this.#places.get(id);
  }

  /** Returns the lines that are about no trial, but for those that were returned before. */
  takeNameless(): readonly Place[] {
    const places = this.#nameless;
    this.#nameless = [];
    return places;
  }
}

/** Puts a place where it belongs among others of the same trial, and returns the latest of them. */
function inOrder(place: Place, others: Place | undefined): Place {
  if (!others) return place;
  if (comesAfter(place, others)) {
    place.older = others;
    return place;
  }
  if (comesAfter(others, place)) others.older = inOrder(place, others.older);
  return others; // also where both are the same line: it was written here, and then found as well
}

function comesAfter(a: Place, b: Place): boolean {
  return a.log.name > b.log.name || (a.log.name === b.log.name && a.offset > b.offset);
}
