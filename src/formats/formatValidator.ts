// Validates lines by a format: findings for every line of a file, diagnostics for the line that is
// shown. Both come from the same list of problems, so they name the same codes.
import { isPaddedKey } from '../base/textMarks.ts'
import { bySeverity } from '../base/severity.ts'
import type { Diagnostic, Finding, TextRange } from '../diagnostics/diagnostic.ts'
import { createLocator } from '../json/locate.ts'
import type { Locator } from '../json/locate.ts'
import type { FormatDefinition } from './defineFormat.ts'
import { codeOf, placedCodeOf } from './problem.ts'
import type { Problem } from './problem.ts'
import { meantBy, meantValueOf, messageOf, titleOf, type WrittenAt } from './problemMessages.ts'
import { createReader } from './reader.ts'
import { createRuleChecker } from './ruleChecker.ts'
import { ROOT, createSchemaChecker } from './schemaChecker.ts'
import { partsOf } from './schemaParts.ts'
import { createSeverityTable } from './severityTable.ts'

export interface LineValidation {
  /** Each code once, errors first; a shared empty array when there is nothing to say. */
  readonly findings: readonly Finding[]
  /** The value at the format's key path when it is a non-empty string. */
  readonly key: string | undefined
  /** In the order of the format's uniform rules; undefined where there is no text. */
  readonly uniform: readonly (string | undefined)[]
  /** What the format's limit on items counts; 0 for formats without one. */
  readonly items: number
  /** The items are the elements of the array at the format's `itemsPath`. */
  readonly itemsAreElements: boolean
}

export interface FormatValidator {
  readonly format: FormatDefinition
  /** `value` is what JSON.parse gave for the line. */
  validate(value: unknown): LineValidation
  /** All problems of a line, those too that a rule says better. */
  problemsOf(value: unknown): readonly Problem[]
  /** `text` is the line that `value` was parsed from. Names the same codes as `validate`. */
  explain(text: string, value: unknown): Diagnostic[]
}

/** Codes per line: enough to fix it, few enough to keep hopeless lines cheap. */
export const MAX_CODES = 20

/** Places per line that are explained; each code has at least one of them. */
const MAX_DIAGNOSTICS = 60

const NO_FINDINGS: readonly Finding[] = []
const NO_PROBLEMS: readonly Problem[] = []
const NO_UNIFORM: readonly undefined[] = []

export function createFormatValidator(format: FormatDefinition): FormatValidator {
  const checker = createSchemaChecker(format.schema)
  const fallback = format.fallbackSchema && createSchemaChecker(format.fallbackSchema)
  const severityOf = createSeverityTable(format.severities)
  const isNoticeCode = codeMatcher(format.notices ?? [])
  const findingsByCode = new Map<string, Finding>()
  const rules = createRuleChecker(format)
  const readKey = format.key && createReader(format.key.path)
  const readUniform = (format.uniform ?? []).map((rule) => createReader(rule.path))
  const readItems = format.itemsPath && createReader(format.itemsPath)
  const discriminator = rootDiscriminator(format)
  const reader = {
    ...(format.aboutUnknownKeys !== undefined && { aboutUnknownKeys: format.aboutUnknownKeys }),
    isResult: format.role === 'result',
  }

  function findingOf(problem: Problem): Finding {
    const code = codeOf(problem)
    let finding = findingsByCode.get(code)
    if (finding === undefined) {
      const isRule = problem.kind === 'rule' || problem.kind === 'presence'
      const severity = isRule ? problem.rule.severity : severityOf(code)
      const canBeNotice = isRule ? problem.rule.canBeNotice : isNoticeCode(code)
      finding = {
        code,
        severity,
        title: titleOf(problem),
        ...(canBeNotice && { canBeNotice: true as const }),
      }
      findingsByCode.set(code, finding)
    }
    return finding
  }

  /**
   * What the schema finds; a shared empty array when it accepts the line. That a key has white space at an end is
   * told of the line's text, and says more than that it is unknown.
   */
  function schemaProblems(value: unknown): readonly Problem[] {
    const found = allSchemaProblems(value)
    const isTold = (problem: Problem): boolean =>
      problem.kind === 'unknown-key' && isPaddedKey(problem.key)
    return found.some(isTold) ? found.filter((problem) => !isTold(problem)) : found
  }

  function allSchemaProblems(value: unknown): readonly Problem[] {
    if (checker.accepts(value)) return NO_PROBLEMS
    const found: Problem[] = []
    checker.report(value, ROOT, found)
    const [first] = found
    if (fallback === undefined || first?.path.length !== 1 || first.path[0] !== discriminator) {
      return found
    }
    const rest: Problem[] = []
    if (!fallback.accepts(value)) fallback.report(value, ROOT, rest)
    return [first, ...rest.filter((problem) => problem.pattern !== first.pattern)]
  }

  /** All problems of a line, those of the schema first. */
  function problemsOfLine(value: unknown): readonly Problem[] {
    const found = schemaProblems(value)
    const told = rules.problemsOf(value)
    if (told.length === 0) return found
    const replaced = told.flatMap(({ rule }) => rule.replaces ?? [])
    const problems = [...found, ...told]
    if (replaced.length === 0) return problems
    const isReplaced = codeMatcher(replaced)
    return problems.filter((problem) => !isReplaced(placedCodeOf(problem)))
  }

  function findingsOf(problems: readonly Problem[]): readonly Finding[] {
    if (problems.length === 0) return NO_FINDINGS
    const findings = [...new Set(problems.map(findingOf))]
    if (findings.length > 1) findings.sort(bySeverity)
    return findings.length > MAX_CODES ? findings.slice(0, MAX_CODES) : findings
  }

  return {
    format,

    validate(value) {
      const key = readKey?.(value)
      const counted = format.countItems?.(value) ?? 0
      const itemsAreElements = counted === 'elements'
      return {
        findings: findingsOf(problemsOfLine(value)),
        key: typeof key === 'string' && key !== '' ? key : undefined,
        uniform:
          readUniform.length === 0 ? NO_UNIFORM : readUniform.map((read) => textOf(read(value))),
        items: itemsAreElements ? lengthOf(readItems?.(value)) : counted,
        itemsAreElements,
      }
    },

    problemsOf: (value) => [...schemaProblems(value), ...rules.problemsOf(value)],

    explain(text, value) {
      const problems = problemsOfLine(value)
      const locator = createLocator(text)
      const writtenAt: WrittenAt = (at) => {
        const range = locator.rangeOfPath(at)?.value
        return range && text.slice(range.from, range.to)
      }
      const diagnostics: Diagnostic[] = []
      // One place of each code first, then further places in the room that is left.
      const further: Diagnostic[] = []
      const findings = findingsOf(problems)
      for (const finding of findings) {
        let isFirst = true
        for (const problem of problems) {
          if (findings.length + further.length > MAX_DIAGNOSTICS && !isFirst) break
          if (findingOf(problem) !== finding) continue
          const { path } = problem
          const message = messageOf(problem, reader, writtenAt)
          const range = rangeOf(problem, locator)
          const meantKey = problem.kind === 'unknown-key' ? meantBy(problem) : undefined
          const meantValue = meantValueOf(problem)
          ;(isFirst ? diagnostics : further).push({
            ...finding,
            message,
            range,
            path,
            ...(meantKey !== undefined && { meantKey }),
            ...(meantValue !== undefined && { meantValue }),
          })
          isFirst = false
        }
      }
      return [...diagnostics, ...further].sort(
        (a, b) => bySeverity(a, b) || (a.range?.from ?? 0) - (b.range?.from ?? 0),
      )
    },
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0
}

/** The key by which a format's schema chooses among its options, if it does. */
function rootDiscriminator(format: FormatDefinition): string | undefined {
  const parts = partsOf(format.schema)
  return parts.kind === 'tagged' ? parts.tag : undefined
}

function codeMatcher(patterns: readonly string[]): (code: string) => boolean {
  return (code) =>
    patterns.some((pattern) =>
      pattern.endsWith('*') ? code.startsWith(pattern.slice(0, -1)) : code === pattern,
    )
}

/** Where to point: at the value, at an odd key, or at what a missing value is missing from. */
function rangeOf(problem: Problem, locator: Locator): TextRange {
  const located = locator.rangeOfPath(problem.path)
  if (located !== undefined) {
    const isAboutKey =
      problem.kind === 'unknown-key' || problem.kind === 'presence' || problem.kind === 'key'
    return isAboutKey && located.key !== undefined ? located.key : located.value
  }
  // Missing: the key of the object that lacks it, or its opening brace.
  for (let length = problem.path.length - 1; length > 0; length--) {
    const holder = locator.rangeOfPath(problem.path.slice(0, length))
    if (holder !== undefined) return holder.key ?? opening(holder.value)
  }
  return opening(locator.rangeOfPath([])?.value ?? { from: 0, to: 1 })
}

function opening(range: TextRange): TextRange {
  return { from: range.from, to: Math.min(range.from + 1, range.to) }
}
