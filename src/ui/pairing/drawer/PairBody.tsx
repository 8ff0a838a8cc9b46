// Both sides of one pair, and what of them is shown.
import { type JSX, useState } from 'react'
import { type Message, msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
import { hasRequests, usePairing } from '../../../state/pairing/pairingStore.ts'
import type { PairDetail, PairPlace } from '../../../contracts/pairingApi.ts'
import { AnswerDiff } from './AnswerDiff.tsx'
import { AnswerList } from './AnswerList.tsx'
import { AnswerView } from './AnswerView.tsx'
import { NearNotice } from './NearNotice.tsx'
import styles from './PairDrawer.module.css'
import { PairSide } from './PairSide.tsx'
import { RadioChoice } from './RadioChoice.tsx'
import { RawLine } from './RawLine.tsx'
import { RequestList } from './RequestList.tsx'
import { RequestView } from './RequestView.tsx'

export type PairLook = 'messages' | 'formatted' | 'raw'

const looks = [
  { value: 'messages', title: msg('Messages') },
  { value: 'formatted', title: msg('Formatted') },
  { value: 'raw', title: msg('Raw') },
] as const

export interface PairBodyProps {
  readonly detail: PairDetail
  readonly look: PairLook
  readonly onLook: (look: PairLook) => void
  readonly onClose: () => void
  readonly onOpenLine: (place: PairPlace) => void
  readonly onShowPair?: ((place: PairPlace) => void) | undefined
}

export function PairBody(props: PairBodyProps): JSX.Element {
  const { t } = useTranslator()
  const { detail, look, onLook, onOpenLine, onShowPair } = props
  return (
    <>
      <div className={styles['toolbar']}>
        <RadioChoice
          label={t(msg('Show the pair as'))}
          options={looks.map(({ value, title }) => ({ value, title: t(title) }))}
          value={look}
          onChange={onLook}
        />
      </div>
      {!!detail.moreLines && (
        <p className={styles['moreLines']}>
          {t(
            msg(
              '{count, plural, one {# more line has} other {# more lines have}} this id; the first and the last ones are listed.',
              { count: detail.moreLines },
            ),
          )}
        </p>
      )}
      <NearNotice near={detail.near} onOpenLine={onOpenLine} onShowPair={onShowPair} />
      <div className={styles['sides']}>
        <RequestSideView {...props} />
        <AnswerSideView {...props} />
      </div>
    </>
  )
}

function RequestSideView({ detail, look, onClose, onOpenLine }: PairBodyProps): JSX.Element {
  const { t } = useTranslator()
  const { requests, ownRequest = 0 } = detail
  const isAlone = usePairing((state) => !hasRequests(state.sources))
  const [chosen, setChosen] = useState<number>()
  const shown = chosen !== undefined && chosen < requests.length ? chosen : ownRequest
  const request = requests[shown]
  return (
    <PairSide title={t(msg('Request'))} place={request} onOpenLine={onOpenLine}>
      {!request && (
        <p className={styles['empty']}>
          {isAlone
            ? t(msg('The requests are not here. Add the input file to see this one.'))
            : t(nothingText('request', detail))}
        </p>
      )}
      {requests.length > 1 && <RequestList requests={requests} shown={shown} onShow={setChosen} />}
      {request &&
        (look === 'messages' && request.reading ? (
          <RequestView key={request.id} reading={request.reading} />
        ) : (
          <>
            {!request.reading && <Unreadable />}
            <RawLine
              key={request.id}
              label={t(msg('Raw request line'))}
              text={request.text}
              isCut={request.isCut}
              isFormatted={look === 'formatted'}
              onClose={onClose}
            />
          </>
        ))}
    </PairSide>
  )
}

function AnswerSideView({ detail, look, onClose, onOpenLine }: PairBodyProps): JSX.Element {
  const { t } = useTranslator()
  const { answers, ownAnswer } = detail
  const [chosen, setChosen] = useState<number>()
  const [compared, setCompared] = useState<number>()
  const counted = Math.max(
    0,
    answers.findIndex(({ isCounted }) => isCounted),
  )
  const shown = chosen !== undefined && chosen < answers.length ? chosen : (ownAnswer ?? counted)
  const answer = answers[shown]
  const other = compared === undefined || compared === shown ? undefined : answers[compared]
  return (
    <PairSide title={t(msg('Answer'))} place={answer} onOpenLine={onOpenLine}>
      {!answer && <p className={styles['empty']}>{t(nothingText('answer', detail))}</p>}
      {answers.length > 1 && (
        <AnswerList
          answers={answers}
          shown={shown}
          compared={other && compared}
          onShow={setChosen}
          onCompare={setCompared}
        />
      )}
      {answer && other && <AnswerDiff before={answer} after={other} />}
      {answer &&
        (look === 'messages' && answer.reading ? (
          <AnswerView
            key={`${answer.key} ${answer.id}`}
            reading={answer.reading}
            findings={answer.findings}
          />
        ) : (
          <>
            {!answer.reading && <Unreadable />}
            <RawLine
              key={`${answer.key} ${answer.id}`}
              label={t(msg('Raw answer line'))}
              text={answer.text}
              isCut={answer.isCut}
              isFormatted={look === 'formatted'}
              onClose={onClose}
            />
          </>
        ))}
    </PairSide>
  )
}

function nothingText(side: 'request' | 'answer', { id }: PairDetail): Message {
  if (side === 'request') {
    return id !== ''
      ? msg('No request has this id.')
      : msg('There is no request: without an id that is a string nothing can be joined.')
  }
  return id !== ''
    ? msg('No answer has this id.')
    : msg('There is no answer: without an id that is a string nothing can be joined.')
}

function Unreadable(): JSX.Element {
  const { t } = useTranslator()
  return (
    <p className={styles['finding']}>
      {t(msg('This line is not JSON, or it is too long to be shown here as messages.'))}
    </p>
  )
}
