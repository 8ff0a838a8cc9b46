// How the scanner may read lines for their fields, by what was found of them when they were validated.
import type { FindingSets } from '../../diagnostics/findingSets.ts'
import { PLAN_VERDICTS } from '../../fields/queryPlan.ts'
import type { LineWay } from '../../scanner/fieldPlan.ts'

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
  if (findingSets.hasSyntaxError(findingSet)) return 'unread'
  const isSure =
    findingSets.isWhole(findingSet) && !findings.some(({ code }) => ODD_CODES.has(code))
  return isSure ? 'plain' : 'by-asking'
}
