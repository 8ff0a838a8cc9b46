// How the scanner may read lines for their fields, by what was found of them when they were validated.
import type { FindingSets } from '../diagnostics/findingSets.ts'
import { isLayoutCode } from '../diagnostics/layoutCodes.ts'
import { PLAN_VERDICTS } from '../fields/queryPlan.ts'
import type { LineWay } from '../scanner/fieldPlan.ts'

/** What a line has in which the last of equal keys counts, or that begins with a byte order mark. */
const ODD_CODES: ReadonlySet<string> = new Set(['duplicate-key', 'bom'])
const BLANK_CODE = 'blank-line'

/** By finding set: the way, and the number of the verdict in PLAN_VERDICTS. */
export function lineWays(
  findingSets: FindingSets,
): (findingSet: number) => { readonly way: LineWay; readonly verdict: number } {
  return (findingSet) =>
    findingSet < findingSets.size
      ? {
          way: wayOf(findingSets, findingSet),
          verdict: PLAN_VERDICTS.indexOf(findingSets.verdictOf(findingSet)),
        }
      : // No line has it.
        { way: 'unread', verdict: 0 }
}

function wayOf(findingSets: FindingSets, findingSet: number): LineWay {
  const findings = findingSets.findingsOf(findingSet)
  if (findings.some(({ code }) => code === BLANK_CODE)) return 'blank'
  // Of a file that is one array, or a table: some lines may be JSON all the same.
  if (findings.some(({ code }) => isLayoutCode(code))) return 'by-asking'
  if (findingSets.hasSyntaxError(findingSet)) return 'unread'
  const isSure =
    findingSets.isWhole(findingSet) && !findings.some(({ code }) => ODD_CODES.has(code))
  return isSure ? 'plain' : 'by-asking'
}
