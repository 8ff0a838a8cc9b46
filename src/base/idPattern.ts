// Patterns of ids as people write them, such as `request-{{#}}`: the running number, padded to as many digits as
// there are signs, is cut out here; what else may stand between is for whoever reads the pattern.

/** A running number in a pattern. */
export interface RunningNumber {
  readonly digits: number
  /** As it is written: `{{##}}`. */
  readonly source: string
}

/** Texts and numbers in turn; texts may be empty. */
export function cutIdPattern(pattern: string): readonly (string | RunningNumber)[] {
  return pattern.split(/(\{\{\s*#+\s*\}\})/).map((piece, at) => {
    if (at % 2 === 0) return piece
    return { digits: piece.split('#').length - 1, source: piece }
  })
}

export function paddedNumber(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}
