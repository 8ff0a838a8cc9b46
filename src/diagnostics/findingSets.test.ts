import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEVERITIES } from '../base/severity.ts'
import { verbatim } from '../i18n/message.ts'
import { syntaxFinding } from './codes.ts'
import type { Finding, Severity, Verdict } from './diagnostic.ts'
import {
  BLANK_FINDING_SET,
  MAX_FINDING_SETS,
  FindingSets,
  VALID_FINDING_SET,
} from './findingSets.ts'

const finding = (code: string, severity: Severity = 'error'): Finding => ({
  code,
  severity,
  title: verbatim(code),
})

function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some((one) => one.severity === 'error')) return 'invalid'
  return findings.some((one) => one.severity === 'warning') ? 'warning' : 'valid'
}

const someFindings = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    severity: fc.constantFrom<Severity>(...SEVERITIES),
    title: fc.constant(verbatim('x')),
  }),
  { selector: (one) => one.code },
)

describe('FindingSets', () => {
  it('begins with valid and blank', () => {
    const table = new FindingSets()
    expect(table.verdictOf(VALID_FINDING_SET)).toBe('valid')
    expect(table.findingsOf(VALID_FINDING_SET)).toEqual([])
    expect(table.verdictOf(BLANK_FINDING_SET)).toBe('blank')
    expect(table.intern([])).toBe(VALID_FINDING_SET)
    expect(table.intern([syntaxFinding('blank-line')])).toBe(BLANK_FINDING_SET)
  })

  it('gives one id to one set, whatever its order, with its verdict and findings', () => {
    const table = new FindingSets()
    fc.assert(
      fc.property(someFindings, (findings) => {
        const id = table.intern(findings)
        expect(table.intern(findings.toReversed())).toBe(id)
        expect(table.intern([...findings, ...findings])).toBe(id)
        expect(table.verdictOf(id)).toBe(verdictOf(findings))
        expect(table.findingsOf(id).toSorted(byCode)).toEqual(findings.toSorted(byCode))
        expect(table.worstFinding(id)?.severity).toBe(
          SEVERITIES.find((severity) => findings.some((one) => one.severity === severity)),
        )
      }),
    )
  })

  it('adds and removes codes, and comes back to the same id', () => {
    const table = new FindingSets()
    fc.assert(
      fc.property(
        someFindings,
        fc.constantFrom<Severity>('error', 'hint'),
        (findings, severity) => {
          const id = table.intern(findings)
          const more = table.withCode(id, finding('x', severity))
          expect(table.findingsOf(more).length).toBe(findings.length + 1)
          expect(table.withCode(more, finding('x', severity))).toBe(more)
          expect(table.withoutCode(more, 'x')).toBe(id)
          expect(table.withoutCode(id, 'x')).toBe(id)
        },
      ),
    )
  })

  it('says which findingSets have a verdict or a code', () => {
    const table = new FindingSets()
    const bad = table.intern([finding('a'), finding('b', 'warning')])
    const odd = table.intern([finding('b', 'warning')])
    const members = (array: Uint8Array): number[] =>
      [...array.keys()].filter((id) => array[id] === 1)
    expect(members(table.withVerdict('invalid'))).toEqual([bad])
    expect(members(table.withVerdict('warning'))).toEqual([odd])
    expect(members(table.withVerdict('blank'))).toEqual([BLANK_FINDING_SET])
    expect(members(table.havingCode('b'))).toEqual([bad, odd])
    expect(members(table.havingCode('z'))).toEqual([])
  })

  it('counts lines per cause, the worst first and of equals the rarest', () => {
    const table = new FindingSets()
    const both = table.intern([finding('a'), finding('w', 'warning')])
    const other = table.intern([finding('b')])
    const histogram = new Uint32Array(table.size)
    histogram[both] = 3
    histogram[other] = 7
    histogram[VALID_FINDING_SET] = 1000
    histogram[BLANK_FINDING_SET] = 2
    expect(table.causes(histogram).map(({ code, count }) => [code, count])).toEqual([
      ['a', 3],
      ['b', 7],
      ['blank-line', 2],
      ['w', 3],
    ])
  })

  it('makes a notice of what stops nothing and most lines have, and of nothing else', () => {
    const table = new FindingSets()
    const deprecated: Finding = { ...finding('deprecated', 'warning'), canBeNotice: true }
    const old = table.intern([deprecated])
    const broken = table.intern([deprecated, finding('broken')])
    const odd = table.intern([deprecated, finding('odd', 'warning')])
    const common = table.intern([finding('common', 'warning')])
    const histogram = new Uint32Array(table.size)
    histogram[VALID_FINDING_SET] = 6
    histogram[BLANK_FINDING_SET] = 100
    histogram[old] = 4
    histogram[broken] = 1
    histogram[odd] = 1
    const verdicts = (): Verdict[] => [old, broken, odd, common].map((id) => table.verdictOf(id))
    table.settleNotices(histogram)
    expect(verdicts()).toEqual(['warning', 'invalid', 'warning', 'warning'])
    expect(table.verdictRevision).toBe(0)

    histogram[old] = 5
    table.settleNotices(histogram)
    expect(verdicts()).toEqual(['valid', 'invalid', 'warning', 'warning'])
    expect(table.verdictRevision).toBe(1)
    expect(table.worstFinding(old)?.severity).toBe('hint')
    expect(table.worstFinding(odd)?.code).toBe('odd')
    expect(table.verdictOf(table.intern([deprecated, finding('tip', 'hint')]))).toBe('valid')
    expect(table.findingsOf(old)).toEqual([deprecated])
    const causes = table.causes(histogram)
    expect(causes.map(({ code, severity, count }) => [code, severity, count])).toEqual([
      ['broken', 'error', 1],
      ['odd', 'warning', 1],
      ['blank-line', 'warning', 100],
      ['deprecated', 'hint', 7],
    ])
    expect(causes.map(({ isNotice }) => isNotice)).toEqual([false, false, false, true])

    histogram[common] = 30
    table.settleNotices(histogram)
    expect(verdicts()).toEqual(['warning', 'invalid', 'warning', 'warning'])
  })

  it('counts what is ignored for nothing, and keeps it in the sets', () => {
    const table = new FindingSets()
    const both = table.intern([finding('a'), finding('w', 'warning')])
    const news = table.intern([finding('cut-off', 'attention')])
    const histogram = new Uint32Array([0, 1, 5, 2])
    table.setIgnored(['a'])
    expect(table.verdictRevision).toBe(1)
    expect(table.verdictOf(both)).toBe('warning')
    expect(table.worstFinding(both)?.code).toBe('w')
    expect(table.findingsOf(both).map(({ code }) => code)).toEqual(['a', 'w'])
    expect(table.havingCode('a')[both]).toBe(1)
    expect(table.verdictOf(table.intern([finding('a')]))).toBe('valid')
    const listed = (): unknown => [
      table.causes(histogram).map(({ code }) => code),
      table.ignoredCauses(histogram).map(({ code, count }) => [code, count]),
    ]
    expect(listed()).toEqual([['blank-line', 'w', 'cut-off'], [['a', 5]]])
    table.setIgnored(['w', 'cut-off', 'a', 'a'])
    expect(table.verdictOf(both)).toBe('valid')
    expect(table.needsAttention(news)).toBe(false)
    expect(table.needingAttention()[news]).toBe(0)
    table.setIgnored(['a', 'cut-off', 'w'])
    expect(table.verdictRevision).toBe(2)
    table.setIgnored([])
    expect([table.verdictOf(both), table.needsAttention(news)]).toEqual(['invalid', true])
  })

  it('does not take a line for JSON because someone ignores that it is none', () => {
    const table = new FindingSets()
    const broken = table.intern([syntaxFinding('trailing-comma')])
    table.setIgnored(['trailing-comma', 'invalid-utf8', 'not-json', 'other-error', 'blank-line'])
    expect([...table.ignored]).toEqual(['blank-line'])
    expect(table.verdictOf(broken)).toBe('invalid')
    expect(table.verdictOf(BLANK_FINDING_SET)).toBe('blank')
  })

  it('lets no line become valid whose findings were cut to the one that is ignored', () => {
    const table = new FindingSets()
    for (let i = 0; i < MAX_FINDING_SETS; i++) table.intern([finding(`c${i}`)])
    const whole = table.intern([finding('c5')])
    table.setIgnored(['c5', 'c6'])
    expect(table.verdictOf(whole)).toBe('valid')
    const cut = table.intern([finding('c6'), finding('d', 'warning')])
    expect(table.findingsOf(cut).map(({ code }) => code)).toEqual(['c6'])
    expect(table.verdictOf(cut)).toBe('invalid')
    const histogram = new Uint32Array(MAX_FINDING_SETS)
    histogram[cut] = 3
    expect(table.causes(histogram)).toMatchObject([{ code: 'other-error', count: 3 }])
    const restored = new FindingSets()
    restored.setIgnored(['c6'])
    restored.restore(structuredClone(table.save()))
    expect(restored.verdictOf(cut)).toBe('invalid')
  })

  it('leaves the verdict of news alone, and tells which lines have some', () => {
    const table = new FindingSets()
    const cutOff = table.intern([finding('cut-off', 'attention')])
    const both = table.intern([finding('cut-off', 'attention'), finding('a')])
    expect([cutOff, both].map((id) => table.verdictOf(id))).toEqual(['valid', 'invalid'])
    expect([cutOff, both, VALID_FINDING_SET].map((id) => table.needsAttention(id))).toEqual([
      true,
      true,
      false,
    ])
    expect(table.needingAttention()[cutOff]).toBe(1)
  })

  it('knows the lines that are not JSON', () => {
    const table = new FindingSets()
    const has = (code: string): boolean => table.hasSyntaxError(table.intern([finding(code)]))
    expect(['trailing-comma', 'blank-line', 'json-array'].map(has)).toEqual([true, true, true])
    expect(['bom', 'missing:custom_id', 'duplicate-custom-id'].map(has)).toEqual([
      false,
      false,
      false,
    ])
  })

  it('keeps verdicts right, and within its bounds, when there are too many sets', () => {
    const table = new FindingSets()
    const severities = SEVERITIES
    for (let i = 0; i < 3 * MAX_FINDING_SETS; i++) {
      const findings = [
        finding(`w${i % 61}`, 'warning'),
        finding(`c${i}`, severities[i % severities.length]),
        finding(`h${i % 7}`, 'hint'),
      ]
      const id = table.intern(findings)
      expect(id).toBeLessThan(MAX_FINDING_SETS)
      expect(table.verdictOf(id)).toBe(verdictOf(findings))
    }
    expect(table.size).toBeLessThanOrEqual(MAX_FINDING_SETS)
    const own = table.intern([finding('own')])
    const duplicate = table.withCode(own, finding('duplicate'))
    expect(table.verdictOf(duplicate)).toBe('invalid')
    expect(table.verdictOf(table.withoutCode(duplicate, 'duplicate'))).toBe('invalid')
  })

  it('means the same by every id after it was saved and restored', () => {
    const table = new FindingSets()
    for (let i = 0; i < 2 * MAX_FINDING_SETS; i++) {
      table.intern([finding(`w${i % 61}`, 'warning'), finding(`c${i}`)])
      const restored = new FindingSets()
      if (i % 997 !== 0) continue
      restored.restore(structuredClone(table.save()))
      expect(restored.size).toBe(table.size)
      for (let id = 0; id < table.size; id++) {
        expect(restored.findingsOf(id)).toEqual(table.findingsOf(id))
        expect(restored.verdictOf(id)).toBe(table.verdictOf(id))
        expect(restored.intern(table.findingsOf(id))).toBe(id)
      }
      const [next, other] = [finding(`next${i}`), finding(`other${i}`, 'warning')]
      expect(restored.intern([next, other])).toBe(table.intern([next, other]))
      expect(restored.withCode(1, next)).toBe(table.withCode(1, next))
    }
  })
})

function byCode(a: Finding, b: Finding): number {
  return a.code < b.code ? -1 : 1
}
