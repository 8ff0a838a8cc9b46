// A field: the way from the root of a line's value to a value in it, or to several.

/** Every element of an array, and no member of an object. */
export interface EachStep {
  readonly each: true
}

export const EACH: EachStep = { each: true }

/** A member's key, or an element's index: 0-based, and -1 is the last one. */
export type FieldStep = string | number | EachStep

/** Empty: the line's value itself. */
export type FieldPath = readonly FieldStep[]

export function isEach(step: FieldStep): step is EachStep {
  return typeof step === 'object'
}

/** Whether a line can have several values there. */
export function isMany(path: FieldPath): boolean {
  return path.some(isEach)
}
