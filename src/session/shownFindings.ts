// What is added to a finding when it is shown: what the API that reads the file calls it, and whether it may
// be switched off.
import { canBeIgnored } from '../diagnostics/canBeIgnored.ts'
import { isSyntaxCode } from '../diagnostics/codes.ts'
import type { Diagnostic, JsonPath } from '../diagnostics/diagnostic.ts'
import { isLayoutCode } from '../diagnostics/layoutCodes.ts'
import { recordOverLines } from '../diagnostics/recordOverLines.ts'
import { createCodeTable } from '../formats/codeTable.ts'
import type { ApiCodes, FormatDefinition } from '../formats/defineFormat.ts'
import type { OpenDocument } from './openDocument.ts'

type FindApiCode = (code: string, path?: JsonPath) => string | undefined

const tables = new WeakMap<ApiCodes, FindApiCode>()

/** Undefined where it has no code of its own, or none that is known. `path`: of a finding of one line. */
export function apiCodeOf(
  { apiCodes }: FormatDefinition,
  code: string,
  path?: JsonPath,
): string | undefined {
  if (!apiCodes) return undefined
  let find = tables.get(apiCodes)
  if (!find) {
    find = createFinder(apiCodes)
    tables.set(apiCodes, find)
  }
  return find(code, path)
}

function createFinder({ byCode, byPlace = {}, notJson }: ApiCodes): FindApiCode {
  const ofCode = createCodeTable(byCode)
  const placesOf = createCodeTable(byPlace)
  return (code, path) => {
    const place = path && placesOf(code)?.find(({ at }) => at.every((step, i) => path[i] === step))
    return place?.apiCode ?? ofCode(code) ?? (isNotJson(code) ? notJson : undefined)
  }
}

function isNotJson(code: string): boolean {
  if (code === 'blank-line') return false
  return isSyntaxCode(code) || isLayoutCode(code) || code === recordOverLines.code
}

export function shownFinding<F extends { readonly code: string; readonly path?: JsonPath }>(
  { format }: OpenDocument,
  finding: F,
): F & { readonly apiCode?: string; readonly canIgnore?: true } {
  const apiCode = apiCodeOf(format, finding.code, finding.path)
  return {
    ...finding,
    ...(apiCode !== undefined && { apiCode }),
    ...(canBeIgnored(finding.code) && { canIgnore: true as const }),
  }
}

/** What is said of a line, apart from what is switched off. */
export function countingFindings(
  doc: OpenDocument,
  diagnostics: readonly Diagnostic[],
): { readonly diagnostics: readonly Diagnostic[]; readonly ignored: readonly Diagnostic[] } {
  const isIgnored = ({ code }: Diagnostic): boolean => doc.findingSets.ignored.has(code)
  return {
    diagnostics: diagnostics.filter((one) => !isIgnored(one)).map((one) => shownFinding(doc, one)),
    ignored: diagnostics.filter(isIgnored),
  }
}
