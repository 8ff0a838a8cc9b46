// All that 'Fix all' offers, one cause after the other as the panel lists them, then what mends the
// file as a whole; and what that did to the lines.
import { expect } from 'vitest'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { OpenedText } from '../../session/testing/openText.ts'
import { cutText, differingParts } from './cutText.ts'
import { valueOf } from '../../base/testing/valueOf.ts'

/** Code units of a line around what was changed in it. */
const CONTEXT = 30
/** Code units of a changed part. */
const SHOWN = 240

export interface FixStep {
  readonly code: string
  readonly title: string
  /** Lines that it mended; undefined where it is about the whole file. */
  readonly fixed?: number | undefined
}

export async function fixEverything(opened: OpenedText): Promise<readonly FixStep[]> {
  const { session } = opened
  const steps: FixStep[] = []
  // A fix that leaves as many lines as there were is not tried again.
  const tried = new Set<string>()
  for (;;) {
    await session.fixCounting.done()
    const { causes, fileFindings } = opened.facts()
    const cause = causes.find(({ code, count, fix }) => fix && !tried.has(`${code} ${count}`))
    if (cause?.fix) {
      const { code, fix, count } = cause
      tried.add(`${code} ${count}`)
      const { fixed } = valueOf(await session.fixAll(code, fix.id, 'fix', () => {}))
      expect([code, fixed]).toEqual([code, fix.lines])
      steps.push({ code, title: inEnglish(fix.title), fixed })
      continue
    }
    const finding = fileFindings.find(({ code, fixTitle }) => fixTitle && !tried.has(code))
    if (!finding) return steps
    tried.add(finding.code)
    valueOf(await session.edit({ kind: 'fixFile', code: finding.code }))
    steps.push({ code: finding.code, title: inEnglish(finding.fixTitle) ?? '' })
  }
}

export function describeSteps(steps: readonly FixStep[]): string {
  return steps
    .map(({ code, title, fixed }) => `${title} (${code})${fixed === undefined ? '' : `: ${fixed}`}`)
    .join('\n')
}

/** Each line that differs from the file, before and after. */
export async function describeChanges({ session }: OpenedText): Promise<string> {
  const { rows } = valueOf(await session.readRows({ kind: 'edited' }, 0, 1000))
  const changes: string[] = []
  for (const { id, line } of rows) {
    const { text, originalText } = valueOf(await session.readLine(id))
    if (originalText === undefined) changes.push(`${line} + ${cutText(text, SHOWN)}`)
    else {
      const [before = '', after = ''] = differingParts(originalText, text, CONTEXT)
      const indent = ' '.repeat(String(line).length)
      changes.push(`${line} - ${cutText(before, SHOWN)}`, `${indent} + ${cutText(after, SHOWN)}`)
    }
  }
  return changes.join('\n')
}
