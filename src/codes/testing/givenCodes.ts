// For tests: every code that a finding of a line or of a file can have, from where each is defined.
import { SYNTAX_CODES } from '../../scanner/syntaxCodes.ts'
import { recordOverLines } from '../../diagnostics/recordOverLines.ts'
import type { FormatDefinition } from '../../formats/defineFormat.ts'
import { createFormatValidator } from '../../formats/formatValidator.ts'
import { formats, plainFormat } from '../../formats/registry.ts'
import { repeatRuleOf } from '../../formats/defineFormat.ts'
import { LINES } from '../../formats/testing/messageLines.ts'
import { productSources } from '../../i18n/testing/productSources.ts'
import { noteKinds } from '../../translation/noteKinds.ts'

/** Rooms whose objects with a code and a title are findings. */
const FINDING_ROOMS = /^(diagnostics|validation|session|formats|state\/tokenLimit)\//

/** Of schemas: what no line of the tests shows, as formats should not come to it. */
const RARE_PROBLEMS = ['type:', 'invalid:body']

/** A code that stands in the source beside its title, or as the code of a finding. */
const WRITTEN_CODE = /\bcode: (?:bits === 16 \? )?'([a-z][a-z0-9-]*)'(?: : '([a-z][a-z0-9-]*)')?/g

export function givenCodes(): ReadonlySet<string> {
  return new Set([
    ...SYNTAX_CODES.filter((code) => code !== 'valid'),
    recordOverLines.code,
    ...RARE_PROBLEMS,
    ...writtenCodes(),
    ...[...formats, plainFormat].flatMap(codesOfFormat),
    ...noteKinds.map(({ code }) => code),
  ])
}

function codesOfFormat(format: FormatDefinition): readonly string[] {
  const repeats = repeatRuleOf(format)
  const { lineRules = [], presenceRules = [], uniform = [], limits = [], least } = format
  return [
    ...[...lineRules, ...presenceRules, ...uniform, ...limits].map(({ code }) => code),
    ...(least ? [least.code] : []),
    ...(repeats ? [repeats.code, repeats.firstCode] : []),
    ...codesOfLines(format),
  ]
}

/** What its schema finds in the lines that tests of formats have. */
function codesOfLines(format: FormatDefinition): readonly string[] {
  const { valid, notices = [], attention = [], invalid } = format.examples
  const lines = [
    ...valid,
    ...[...notices, ...attention, ...invalid].map(({ line }) => line),
    ...(LINES[format.id] ?? []),
  ]
  const validator = createFormatValidator(format)
  return lines.flatMap((line) =>
    validator.validate(JSON.parse(line)).findings.map(({ code }) => code),
  )
}

/** Codes of the findings that are written as such, of lines and of files. */
function writtenCodes(): readonly string[] {
  return productSources()
    .filter(({ path }) => FINDING_ROOMS.test(path))
    .flatMap(({ code }) =>
      [...code.matchAll(WRITTEN_CODE)].flatMap(([, one, other]) =>
        [one, other].filter((each) => each !== undefined),
      ),
    )
}
