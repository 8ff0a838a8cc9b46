// The classes of a document's lines, each once. A file can be made to have any number of models and
// error codes, and a place has 16 bits: what comes when the table is nearly full loses what tells it
// from others.

/** Places that are kept for classes made general; there are fewer of them. */
const RESERVED = 1024

/** Places at most; 0xffff stands for no class where shapes are learned. */
const MAX_CLASSES = 0xffff - RESERVED

export class ClassTable<Class> {
  readonly classes: Class[] = []
  readonly #placeByIdentity = new Map<string, number>()
  readonly #identityOf: (found: Class) => string
  readonly #generalised: (found: Class) => Class
  readonly #maxClasses: number

  /** `identityOf`: equal for those that share a class, the first of which is kept. */
  constructor(
    identityOf: (found: Class) => string,
    generalised: (found: Class) => Class,
    maxClasses = MAX_CLASSES,
  ) {
    this.#identityOf = identityOf
    this.#generalised = generalised
    this.#maxClasses = maxClasses
  }

  identityOf(found: Class): string {
    return this.#identityOf(found)
  }

  placeOf(found: Class, identity = this.#identityOf(found)): number {
    const known = this.#placeByIdentity.get(identity)
    if (known !== undefined) return known
    if (this.classes.length < this.#maxClasses) return this.#add(found, identity)
    const general = this.#generalised(found)
    const generalIdentity = this.#identityOf(general)
    return this.#placeByIdentity.get(generalIdentity) ?? this.#add(general, generalIdentity)
  }

  #add(found: Class, identity: string): number {
    const place = this.classes.push(found) - 1
    this.#placeByIdentity.set(identity, place)
    return place
  }
}
