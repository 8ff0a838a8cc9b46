// What comes of rows and template: some requests as they will be, what is wrong with any, and how much it is.
import { Dices } from 'lucide-react'
import { type JSX, useState } from 'react'
import type { PreviewKind, RequestPreview } from '../../contracts/templatesApi.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { type NewBatchState, useNewBatch } from '../../state/newBatch/newBatchStore.ts'
import { drawAnother } from '../../state/newBatch/rows.ts'
import { Button } from '../controls/Button.tsx'
import { problemsOf } from './countProblems.ts'
import fields from './fields.module.css'
import { ProblemList } from './ProblemList.tsx'
import { RequestFacts } from './RequestFacts.tsx'
import styles from './RequestsSide.module.css'
import { Segments } from './Segments.tsx'
import { shownJson } from './shownJson.ts'

const KINDS: readonly { readonly value: PreviewKind; readonly title: Message }[] = [
  { value: 'first', title: msg('First') },
  { value: 'last', title: msg('Last') },
  { value: 'random', title: msg('Random') },
  { value: 'longest', title: msg('Longest') },
]

export function RequestsSide(): JSX.Element {
  const { t } = useTranslator()
  return (
    <div className={styles['side']}>
      <h2 className={fields['title']}>{t(msg('Requests'))}</h2>
      <RequestFacts />
      <ProblemList />
      <PreviewPart />
    </div>
  )
}

function PreviewPart(): JSX.Element {
  const { t, number, bytes } = useTranslator()
  const [kind, setKind] = useState<PreviewKind>('first')
  const request = useNewBatch((state) => requestOf(state, kind))
  const isStopped = useNewBatch((state) => problemsOf(state).some(({ stops }) => stops))
  return (
    <>
      <div className={styles['bar']}>
        <Segments
          label={t(msg('Preview'))}
          value={kind}
          choices={KINDS.map(({ value, title }) => ({ value, title: t(title) }))}
          onChoose={setKind}
        />
        {kind === 'random' && (
          <Button size="small" onClick={drawAnother}>
            <Dices aria-hidden />
            {t(msg('Another'))}
          </Button>
        )}
        {request && (
          <span className={styles['place']}>
            {t(msg('Row {row}', { row: number(request.row) }))} · {bytes(request.bytes)}
          </span>
        )}
      </div>
      {request ? (
        // Scrolls, so it can be reached with the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className={styles['request']} tabIndex={0} aria-label={t(msg('Preview of a request'))}>
          {shownJson(request.text)}
        </pre>
      ) : (
        <p className={styles['none']}>
          {t(
            isStopped
              ? msg('The requests are shown here once the problem above is solved.')
              : msg('Paste prompts or choose a file: the requests are shown here as they will be.'),
          )}
        </p>
      )}
    </>
  )
}

/** The longest is that of the longest row until all requests were looked at. */
function requestOf(
  { preview, check }: NewBatchState,
  kind: PreviewKind,
): RequestPreview | undefined {
  if (kind === 'longest' && check?.longest) return check.longest
  return preview?.requests.find((request) => request.kind === kind)
}
