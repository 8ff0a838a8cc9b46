// Both sides of one pair, and what of them is shown.
import { type JSX, useState } from 'react'
import { countOf } from '../../../state/formatNumber.ts'
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
  { value: 'messages', title: 'Messages' },
  { value: 'formatted', title: 'Formatted' },
  { value: 'raw', title: 'Raw' },
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
  const { detail, look, onLook, onOpenLine, onShowPair } = props
  return (
    <>
      <div className={styles['toolbar']}>
        <RadioChoice label="Show the pair as" options={looks} value={look} onChange={onLook} />
      </div>
      {!!detail.moreLines && (
        <p className={styles['moreLines']}>
          {countOf(detail.moreLines, 'more line')} {detail.moreLines === 1 ? 'has' : 'have'} this
          id; the first and the last ones are listed.
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
  const { requests, ownRequest = 0 } = detail
  const isAlone = usePairing((state) => !hasRequests(state.sources))
  const [chosen, setChosen] = useState<number>()
  const shown = chosen !== undefined && chosen < requests.length ? chosen : ownRequest
  const request = requests[shown]
  return (
    <PairSide title="Request" place={request} onOpenLine={onOpenLine}>
      {!request && (
        <p className={styles['empty']}>
          {isAlone
            ? 'The requests are not here. Add the input file to see this one.'
            : nothingText('request', detail)}
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
              label="Raw request line"
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
    <PairSide title="Answer" place={answer} onOpenLine={onOpenLine}>
      {!answer && <p className={styles['empty']}>{nothingText('answer', detail)}</p>}
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
              label="Raw answer line"
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

function nothingText(what: 'request' | 'answer', { id }: PairDetail): string {
  if (id !== '') return `No ${what} has this id.`
  return `There is no ${what}: without an id that is text nothing can be joined.`
}

function Unreadable(): JSX.Element {
  return (
    <p className={styles['finding']}>
      This line is no JSON, or too long to be read here as messages.
    </p>
  )
}
