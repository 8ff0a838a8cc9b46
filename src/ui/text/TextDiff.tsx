// The difference between two texts of a line: what goes and what comes, with the changed parts
// marked and a little of what stands around them.
import { type ReactNode, useMemo } from 'react'
import { graphemeEnd, graphemeStart } from '../../base/cutText.ts'
import { stringsAgainst } from '../../base/textDirection.ts'
import type { TextOffset } from '../../base/units.ts'
import { diffWindows, type DiffPiece, type DiffWindow } from '../../diff/lineDiff.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
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
  const { t } = useTranslator()
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
          ? t(msg('The line is deleted.'))
          : t(
              msg('One line becomes {count, plural, one {# line} other {# lines}}.', {
                count: after.length,
              }),
            )}
      </p>
    </div>
  )
}

function Replaced({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useTranslator()
  const diff = useMemo(
    () => diffWindows(before, after, { context: CONTEXT, maxHunks: MAX_HUNKS }),
    [before, after],
  )
  return (
    <div className={styles['diff']}>
      {diff.windows.map((part) => (
        <Window key={`${part.fromA} ${part.fromB}`} part={part} texts={{ before, after }} />
      ))}
      {diff.hiddenHunks > 0 && (
        <p className={styles['note']}>
          {t(
            msg('And {count, plural, one {# more change} other {# more changes}}.', {
              count: diff.hiddenHunks,
            }),
          )}
        </p>
      )}
    </div>
  )
}

interface WindowProps {
  readonly part: DiffWindow
  readonly texts: { readonly before: string; readonly after: string }
}

function Window({ part, texts: { before, after } }: WindowProps) {
  const { fromA, toA, fromB, toB, pieces } = part
  const ends = { start: fromA > 0 ? '…' : '', end: toA < before.length ? '…' : '' }
  return (
    <>
      <Side kind="removed" text={before} from={fromA} to={toA} pieces={pieces} {...ends} />
      <Side kind="added" text={after} from={fromB} to={toB} pieces={pieces} {...ends} />
    </>
  )
}

interface SideProps {
  readonly kind: 'removed' | 'added'
  /** The line, of which [from, to) is shown. */
  readonly text: string
  readonly from: TextOffset
  readonly to: TextOffset
  readonly pieces: readonly DiffPiece[]
  /** What stands for the rest of the line. */
  readonly start: string
  readonly end: string
}

function Side({ kind, text, from, to, pieces, start, end }: SideProps) {
  const apart = useMemo(() => stringsAgainst(text, from, to), [text, from, to])
  const shown = placed(
    pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind),
    from,
  )
  return (
    <div className={styles[kind]}>
      <Sign kind={kind} />
      <span className={styles['text']}>
        {start}
        {apart.some((string) => string.from < from) && <span className={styles['apart']} />}
        {shown.map(({ piece, at }) => (
          <Piece key={at} piece={piece} at={at} apart={apart} />
        ))}
        {end}
      </span>
    </div>
  )
}

/** Each with its place in the line, of which `from` is that of the first. */
function placed(
  pieces: readonly DiffPiece[],
  from: TextOffset,
): readonly { readonly piece: DiffPiece; readonly at: TextOffset }[] {
  let next = from
  return pieces.map((piece) => {
    const at = next
    next += piece.text.length + piece.omitted
    return { piece, at }
  })
}

interface PieceProps {
  readonly piece: DiffPiece
  /** Where in the line it begins. */
  readonly at: TextOffset
  /** Strings of the line that run the other way. */
  readonly apart: ReturnType<typeof stringsAgainst>
}

function Piece({ piece, at, apart }: PieceProps) {
  const { t } = useTranslator()
  const more = piece.omitted > 0 && (
    <span className={styles['omitted']}>
      {' … '}
      {t(msg('{count, plural, one {# character} other {# characters}}', { count: piece.omitted }))}
      {' … '}
    </span>
  )
  const text = <TextApart text={piece.text} at={at} apart={apart} />
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

interface TextApartProps extends Pick<PieceProps, 'at' | 'apart'> {
  readonly text: string
}

/** Between marks that are not copied; a string may begin in one piece and end in another. */
function TextApart({ text, at, apart }: TextApartProps) {
  const parts: ReactNode[] = []
  let shown = 0
  const mark = (place: TextOffset, name: 'apart' | 'together') => {
    parts.push(
      showInvisible(text.slice(shown, place - at)),
      <span key={`${place} ${name}`} className={styles[name]} />,
    )
    shown = place - at
  }
  for (const { from, to } of apart) {
    if (from >= at && from < at + text.length) mark(from, 'apart')
    if (to > at && to <= at + text.length) mark(to, 'together')
  }
  return (
    <>
      {parts}
      {showInvisible(text.slice(shown))}
    </>
  )
}

function WholeLine({ kind, text }: { readonly kind: 'removed' | 'added'; readonly text: string }) {
  const { t } = useTranslator()
  const isLong = text.length > LINE_HEAD + LINE_TAIL
  const headTo = isLong ? graphemeStart(text, LINE_HEAD) : text.length
  const tailFrom = isLong ? graphemeEnd(text, text.length - LINE_TAIL) : text.length
  const head: DiffPiece = { kind: 'same', text: text.slice(0, headTo), omitted: tailFrom - headTo }
  const apart = useMemo(
    () => [
      ...stringsAgainst(text, 0, headTo),
      ...stringsAgainst(text, tailFrom).filter(({ from }) => from >= headTo),
    ],
    [text, headTo, tailFrom],
  )
  return (
    <div className={styles[kind]}>
      <Sign kind={kind} />
      <span className={styles['text']}>
        {text === '' && <span className={styles['omitted']}>{t(msg('(blank)'))}</span>}
        <Piece piece={head} at={0} apart={apart} />
        {isLong && <TextApart text={text.slice(tailFrom)} at={tailFrom} apart={apart} />}
      </span>
    </div>
  )
}

function Sign({ kind }: { readonly kind: 'removed' | 'added' }) {
  const { t } = useTranslator()
  return (
    <>
      <span className={styles['sign']} aria-hidden="true">
        {kind === 'removed' ? '−' : '+'}
      </span>
      <span className={styles['spoken']}>
        {kind === 'removed' ? t(msg('Before:')) : t(msg('After:'))}{' '}
      </span>
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
