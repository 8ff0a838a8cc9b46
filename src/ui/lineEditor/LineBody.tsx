// One line in the drawer. It is made again for every line, so nothing of one line can show in
// another.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { TextOffset } from '../../base/units.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { applyEdit } from '../../state/actions/edits.ts'
import { dropDraft } from '../../state/drafts.ts'
import { type LineLook, setLineLook, useLineLook } from '../../state/lineLook.ts'
import type { DocumentTab } from '../../state/store.ts'
import type { FixOffer, LineDetail } from '../../contracts/documentApi.ts'
import type { CodeEditorHandle } from '../text/CodeEditor.tsx'
import { draftLines } from './draftLines.ts'
import { DraftNotices, type PasteNotice } from './DraftNotices.tsx'
import { FindingList } from './FindingList.tsx'
import { FixList } from './FixList.tsx'
import { FormattedText } from '../text/FormattedText.tsx'
import styles from './LineBody.module.css'
import { LineFooter } from './LineFooter.tsx'
import { LineNotices } from './LineNotices.tsx'
import { LineTextView } from './LineTextView.tsx'
import { LineToolbar } from './LineToolbar.tsx'
import { OriginalChange } from './OriginalChange.tsx'
import { utf8Length } from '../text/textPlace.ts'
import { takeCaretWish, takeFocusWish } from './focusWish.ts'
import { useLineMatches } from './useLineMatches.ts'
import { TranscriptView } from './TranscriptView.tsx'
import { ValueAtCaret } from './ValueAtCaret.tsx'
import { useTextValidation } from './useTextValidation.ts'
import { useLineText } from './useLineText.ts'

/** Code units before a place up to which its byte is counted: it is done for every finding. */
const BYTE_COUNT_LIMIT = 200_000

/** Code units up to which line feeds are looked for while typing; beyond, only when applying. */
const LINES_LIMIT = 5_000_000

export interface LineBodyProps {
  readonly tab: DocumentTab
  readonly detail: LineDetail
  readonly onClose: () => void
}

export function LineBody({ tab, detail, onClose }: LineBodyProps) {
  const { id } = detail
  const line = useLineText(tab, detail)
  const { text, isDraft } = line
  const validation = useTextValidation(tab.key, detail, text, line.isUnvalidated)
  const caret = firstPlace(detail.diagnostics)
  const matches = useLineMatches(tab, detail, caret === undefined)
  const kept = useLineLook()
  // A place of the text is shown in the text, for this line alone.
  const [shownAs, setKind] = useState<LineLook>()
  const kind = shownAs ?? kept
  /** Where the caret is in the text. */
  const [place, setPlace] = useState<TextOffset>()
  const [isWrapped, setWrapped] = useState(true)
  const [notice, setNotice] = useState<PasteNotice>()
  const [isJustChanged, setJustChanged] = useState(false)
  const editor = useRef<CodeEditorHandle>(null)
  const transcript = useRef<HTMLElement>(null)
  const nextFinding = useRef<HTMLButtonElement>(null)
  const lines = useMemo(() => (text.length > LINES_LIMIT ? [text] : draftLines(text)), [text])
  const canApply = isDraft && !lines.some((part) => part.includes('\n'))

  useEffect(() => {
    if (takeFocusWish(tab)) (editor.current ?? transcript.current)?.focus()
  }, [tab])

  // The button that was pressed is disabled, or it goes when the line is read again.
  useEffect(() => {
    if (isJustChanged && document.activeElement === document.body) nextFinding.current?.focus()
  }, [isJustChanged, detail])

  const change = (changed: string) => {
    line.change(changed)
    setJustChanged(false)
  }
  const apply = async () => {
    if (canApply && (await line.apply())) {
      setNotice(undefined)
      setJustChanged(true)
    }
  }
  const cancel = () => {
    line.drop()
    setNotice(undefined)
    editor.current?.focus()
  }
  const applyFix = async (fix: FixOffer) => {
    if (isDraft && fix.after.length > 0) {
      change(fix.after.join('\n'))
      return
    }
    const isDone = await (fix.after.length === 0
      ? applyEdit({ kind: 'delete', ids: [id] })
      : applyEdit({ kind: 'applyFix', id, fixId: fix.id, code: fix.code }))
    if (!isDone) return
    dropDraft(tab.key, id)
    setJustChanged(true)
  }
  const showPlace = (offset: TextOffset) => {
    setKind('text')
    // The editor may have to be made first.
    setTimeout(() => editor.current?.moveCaret(offset))
  }
  useEffect(() => {
    const offset = takeCaretWish(tab, id)
    // Not in the effect itself; and the wish is taken, so nothing may call it off.
    if (offset !== undefined) setTimeout(() => showPlace(offset))
  }, [tab, id])
  const byteOf = (offset: TextOffset) =>
    detail.hasBrokenBytes || offset > BYTE_COUNT_LIMIT
      ? undefined
      : utf8Length(text.slice(0, offset))

  return (
    <>
      <div className={styles['body']}>
        <LineNotices detail={detail} isBaseChanged={line.isBaseChanged} onDrop={cancel} />
        <LineToolbar
          verdict={validation.verdict}
          isStale={validation.isStale}
          isDraft={isDraft}
          isApplying={line.isApplying}
          isEdited={detail.edited}
          kind={kind}
          isWrapped={isWrapped}
          onKind={(look) => {
            setKind(undefined)
            setLineLook(look)
          }}
          onWrap={setWrapped}
        />
        {kind === 'transcript' ? (
          <TranscriptView
            region={transcript}
            tab={tab}
            detail={detail}
            draft={isDraft ? text : undefined}
          />
        ) : kind === 'formatted' ? (
          <FormattedText
            text={text}
            isWrapped={isWrapped}
            matches={matches}
            onCaret={setPlace}
            onClose={onClose}
          />
        ) : (
          <LineTextView
            handle={editor}
            text={text}
            firstText={detail.text}
            firstCaret={caret}
            isReadOnly={detail.isCut}
            isWrapped={isWrapped}
            diagnostics={validation.diagnostics}
            matches={matches}
            onChange={change}
            onCaret={setPlace}
            onApply={() => void apply()}
            onClose={onClose}
            onLineFeed={() => setNotice('enter')}
            onPaste={(pasted) => setNotice(pasted === 'plain' ? undefined : pasted)}
          />
        )}
        {kind !== 'transcript' && !detail.isCut && <ValueAtCaret text={text} offset={place} />}
        <DraftNotices tab={tab} id={id} lines={lines} isDraft={isDraft} notice={notice} />
        <FindingList
          diagnostics={validation.diagnostics}
          ignored={validation.ignored}
          isStale={validation.isStale}
          byteOf={byteOf}
          onShow={showPlace}
        />
        <FixList
          fixes={detail.isCut ? [] : validation.fixes}
          text={text}
          isStale={validation.isStale}
          isDraft={isDraft}
          onFix={(fix) => void applyFix(fix)}
        />
        {detail.edited && !isDraft && <OriginalChange detail={detail} />}
      </div>
      <LineFooter
        tab={tab}
        detail={detail}
        canApply={canApply}
        isDraft={isDraft}
        isJustChanged={isJustChanged && !isDraft}
        nextFinding={nextFinding}
        onApply={() => void apply()}
        onCancel={cancel}
      />
    </>
  )
}

/** Where the eye should fall: the first error, else whatever is found first. */
function firstPlace(diagnostics: readonly Diagnostic[]): TextOffset | undefined {
  const placed = diagnostics.filter((diagnostic) => diagnostic.range !== undefined)
  const first = placed.find((diagnostic) => diagnostic.severity === 'error') ?? placed[0]
  return first?.range?.from
}
