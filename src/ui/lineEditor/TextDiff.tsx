// The difference between two texts of a line: what goes and what comes, with the changed parts
// marked and a little of what stands around them.
import { useMemo } from 'react'
import { diffWindows, type DiffPiece, type DiffWindow } from '../../diff/lineDiff.ts'
import { countOf, groupNumber } from '../../state/formatNumber.ts'
import styles from './TextDiff.module.css'

const CONTEXT = 40
const MAX_HUNKS = 6

/** Code units that are shown of the beginning and of the end of a line that is removed or added. */
const LINE_HEAD = 110
const LINE_TAIL = 60

/** Lines of a split that are shown. */
const MAX_LINES = 8

export interface TextDiffProps {
  readonly before: string
  /** None: the line is deleted; several: it is split. */
  readonly after: readonly string[]
}

export function TextDiff({ before, after }: TextDiffProps) {
  const only = after.length === 1 ? after[0] : undefined
  if (only !== undefined) return <Replaced before={before} after={only} />
  return (
    <div className={styles['diff']}>
      <WholeLine kind="removed" text={before} />
      {after.slice(0, MAX_LINES).map((text, index) => (
        // Equal lines may stand side by side, and none of them moves.
        <WholeLine key={`${index}`} kind="added" text={text} />
      ))}
      <p className={styles['note']}>
        {after.length === 0
          ? 'The line is deleted.'
          : `One line becomes ${countOf(after.length, 'line')}.`}
      </p>
    </div>
  )
}

function Replaced({ before, after }: { readonly before: string; readonly after: string }) {
  const diff = useMemo(
    () => diffWindows(before, after, { context: CONTEXT, maxHunks: MAX_HUNKS }),
    [before, after],
  )
  return (
    <div className={styles['diff']}>
      {diff.windows.map((part) => (
        <Window key={`${part.fromA} ${part.fromB}`} part={part} length={before.length} />
      ))}
      {diff.hiddenHunks > 0 && (
        <p className={styles['note']}>And {countOf(diff.hiddenHunks, 'more change')}.</p>
      )}
    </div>
  )
}

function Window({ part, length }: { readonly part: DiffWindow; readonly length: number }) {
  const before = part.fromA > 0 ? '…' : ''
  const after = part.toA < length ? '…' : ''
  return (
    <>
      <Side kind="removed" pieces={part.pieces} before={before} after={after} />
      <Side kind="added" pieces={part.pieces} before={before} after={after} />
    </>
  )
}

interface SideProps {
  readonly kind: 'removed' | 'added'
  readonly pieces: readonly DiffPiece[]
  readonly before: string
  readonly after: string
}

function Side({ kind, pieces, before, after }: SideProps) {
  const shown = pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind)
  return (
    <div className={styles[kind]}>
      <Sign kind={kind} />
      <span className={styles['text']}>
        {before}
        {shown.map((piece, index) => (
          <Piece key={`${index}`} piece={piece} />
        ))}
        {after}
      </span>
    </div>
  )
}

function Piece({ piece }: { readonly piece: DiffPiece }) {
  const more = piece.omitted > 0 && (
    <span className={styles['omitted']}> … {groupNumber(piece.omitted)} characters … </span>
  )
  const text = showInvisible(piece.text)
  if (piece.kind === 'same') {
    return (
      <>
        {text}
        {more}
      </>
    )
  }
  const Mark = piece.kind === 'removed' ? 'del' : 'ins'
  return (
    <Mark>
      {text}
      {more}
    </Mark>
  )
}

function WholeLine({ kind, text }: { readonly kind: 'removed' | 'added'; readonly text: string }) {
  const omitted = text.length - LINE_HEAD - LINE_TAIL
  const head: DiffPiece = {
    kind: 'same',
    text: omitted > 0 ? text.slice(0, LINE_HEAD) : text,
    omitted: Math.max(omitted, 0),
  }
  return (
    <div className={styles[kind]}>
      <Sign kind={kind} />
      <span className={styles['text']}>
        {text === '' && <span className={styles['omitted']}>(blank)</span>}
        <Piece piece={head} />
        {omitted > 0 && showInvisible(text.slice(text.length - LINE_TAIL))}
      </span>
    </div>
  )
}

function Sign({ kind }: { readonly kind: 'removed' | 'added' }) {
  return (
    <>
      <span className={styles['sign']} aria-hidden="true">
        {kind === 'removed' ? '−' : '+'}
      </span>
      <span className={styles['spoken']}>{kind === 'removed' ? 'Before: ' : 'After: '}</span>
    </>
  )
}

// Control characters, invisible spaces, marks of direction, and the byte order mark. Joiners stay:
// emoji and many scripts are made with them.
const invisible =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** Characters that would not be seen are shown by their code: a change may consist of one of them. */
function showInvisible(text: string): string {
  return text.replace(invisible, (character) => {
    const code = character.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`
  })
}
