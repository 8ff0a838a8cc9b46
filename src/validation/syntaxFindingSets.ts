// Lines that are not JSON: the set of findings of each kind of error, interned once and not for
// each line.
import type { Finding } from '../diagnostics/diagnostic.ts'
import type { FindingSets } from '../diagnostics/findingSets.ts'
import type { SyntaxErrorCode } from '../diagnostics/codes.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import { SYNTAX_CODES } from '../scanner/syntaxCodes.ts'
import { byteOrderMarkFinding, type LayoutRule, syntaxFindings } from './contentLayout.ts'

export class SyntaxFindingSets {
  readonly #findingSets: FindingSets
  readonly #format: FormatDefinition
  readonly #layout: LayoutRule | undefined
  /** By the scanner's status, then whether there is a byte order mark, then `isOfLayout`. */
  readonly #known: number[] = []

  constructor(findingSets: FindingSets, format: FormatDefinition, layout: LayoutRule | undefined) {
    this.#findingSets = findingSets
    this.#format = format
    this.#layout = layout
  }

  /** `status`: the scanner's, of a line that is not JSON. `isOfLayout`: the file's layout explains it. */
  of(status: number, hasBom: boolean, isOfLayout: boolean): number {
    const at = (status * 2 + (hasBom ? 1 : 0)) * 2 + (isOfLayout ? 1 : 0)
    const known = this.#known[at]
    if (known !== undefined) return known
    const findings: Finding[] = syntaxFindings(
      SYNTAX_CODES[status] as SyntaxErrorCode,
      isOfLayout ? this.#layout : undefined,
    )
    if (hasBom) findings.unshift(byteOrderMarkFinding(this.#format))
    const findingSet = this.#findingSets.intern(findings)
    this.#known[at] = findingSet
    return findingSet
  }
}
