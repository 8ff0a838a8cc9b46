import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWindows } from './lineDiff.ts'
import type { DiffPiece, DiffWindow, LineDiff } from './lineDiff.ts'
import { arbitraryLine } from '../fixes/testing/arbitraryLine.ts'
import { runs } from '../tooling/runs.ts'

const OPTIONS = { context: 40, maxHunks: 6 }

/** `[-removed]`, `[+added]`, `…` where text is left out. */
function show(before: string, diff: LineDiff): string {
  return diff.windows
    .map(({ fromA, toA, pieces }) => {
      const text = pieces.map(showPiece).join('')
      return `${fromA > 0 ? '…' : ''}${text}${toA < before.length ? '…' : ''}`
    })
    .join(' ')
}

function showPiece({ kind, text, omitted }: DiffPiece): string {
  const shown = omitted ? `${text}…` : text
  if (kind === 'same') return shown
  return kind === 'added' ? `[+${shown}]` : `[-${shown}]`
}

function diff(before: string, after: string, context = 4): string {
  return show(before, diffWindows(before, after, { context, maxHunks: 6 }))
}

/** So short that no piece is shown in part. */
const shortLine = arbitraryLine.map((text) => text.slice(0, 150))

describe('diffWindows', () => {
  it('has nothing to show for equal texts', () => {
    expect(diffWindows('{"a":1}', '{"a":1}', OPTIONS)).toEqual({ windows: [], hiddenHunks: 0 })
  })

  it('shows a removed comma with what stands around it', () => {
    expect(diff('{"max_completion_tokens": 50},}', '{"max_completion_tokens": 50}}')).toBe(
      '… 50}[-,]}',
    )
  })

  it('shows each of several places, and near ones in one window', () => {
    expect(diff("{'a': 1, 'b': 2}", '{"a": 1, "b": 2}')).toBe(`{[-'a'][+"a"]: 1, [-'b'][+"b"]: 2}`)
    const middle = 'x'.repeat(50)
    expect(diff(`[None,"${middle}",None]`, `[null,"${middle}",null]`)).toBe(
      '[[-None][+null],"xx… …xx",[-None][+null]]',
    )
  })

  it('cuts no character', () => {
    expect(diff('😀😀a😀😀', '😀😀b😀😀', 1)).toBe('…😀[-a][+b]😀…')
    expect(diff('"😀"', '"😁"')).toBe('"[-😀][+😁]"')
    expect(diff('x👨‍👩‍👧a👨‍👩‍👧y', 'x👨‍👩‍👧b👨‍👩‍👧y', 1)).toBe('…👨‍👩‍👧[-a][+b]👨‍👩‍👧…')
    // The pairs share their low half, and in the second case the low half and what follows.
    expect(diff('a\u{1f600}b', 'a\u{1fa00}b')).toBe('a[-\u{1f600}][+\u{1fa00}]b')
    expect(diff('\u{1f600}', '\u{1fa00}')).toBe('[-\u{1f600}][+\u{1fa00}]')
  })

  it('counts the places that it does not show', () => {
    const before = Array.from({ length: 10 }, () => 'None').join(', "as it is", ')
    const { windows, hiddenHunks } = diffWindows(before, before.replaceAll('None', 'null'), OPTIONS)
    expect(windows).toHaveLength(1)
    expect(hiddenHunks).toBe(4)
  })

  it('says of no place that it does not show that it stays as it is', () => {
    const before = Array.from({ length: 3 }, () => 'None').join(', "as it is", ')
    const after = before.replaceAll('None', 'null')
    const shown = diffWindows(before, after, { context: 40, maxHunks: 2 })
    const once = '[-None][+null], "as it is", '
    expect(show(before, shown)).toBe(`${once}${once}…`)
  })

  it('leaves the middle of a long piece out', () => {
    const { windows } = diffWindows('[]', `[${'"x",'.repeat(1000)}1]`, OPTIONS)
    const pieces = (windows[0] as DiffWindow).pieces
    const shown = pieces.reduce((sum, piece) => sum + piece.text.length, 0)
    const omitted = pieces.reduce((sum, piece) => sum + piece.omitted, 0)
    expect(shown).toBeLessThan(500)
    expect(shown + omitted).toBe(4003)
  })

  it('finds far places in lines that are longer than what is compared at once', () => {
    const long = '"word",'.repeat(100_000)
    const before = `[None,${long}None,${long}1,]`
    const after = `[null,${long}null,${long}1]`
    const { windows } = diffWindows(before, after, OPTIONS)
    const changed = windows.map(({ pieces }) => pieces.filter(({ kind }) => kind !== 'same'))
    expect(changed.map((pieces) => pieces.map(({ text }) => text))).toEqual([
      ['None', 'null'],
      ['None', 'null'],
      [','],
    ])
  })

  it('never says more than holds: the pieces give both texts back', () => {
    fc.assert(
      fc.property(shortLine, shortLine, fc.nat(10), (a, b, context) => {
        const { windows, hiddenHunks } = diffWindows(a, b, { context, maxHunks: 1000 })
        expect(hiddenHunks).toBe(0)
        expect(sideOf(windows, 'removed', a, 'A')).toBe(a)
        expect(sideOf(windows, 'added', b, 'B')).toBe(b)
      }),
      runs(500),
    )
  })
})

/** One side put together from the windows and the equal text between them. */
function sideOf(
  windows: readonly DiffWindow[],
  kind: 'removed' | 'added',
  text: string,
  side: 'A' | 'B',
): string {
  let built = ''
  let at = 0
  for (const window of windows) {
    const [from, to] = side === 'A' ? [window.fromA, window.toA] : [window.fromB, window.toB]
    const own = window.pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind)
    built += text.slice(at, from) + own.map((piece) => piece.text).join('')
    at = to
  }
  return built + text.slice(at)
}
