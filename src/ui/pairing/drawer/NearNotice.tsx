// Lines that have nearly this id, and why they are not joined.
import type { JSX } from 'react'
import type { NearMiss } from '../../../pairing/recordKey.ts'
import type { PairDetail, PairPlace } from '../../../contracts/pairingApi.ts'
import { Button } from '../../controls/Button.tsx'
import { MoreList } from '../../controls/MoreList.tsx'
import styles from './PairDrawer.module.css'
import { placeText } from './pairMessages.ts'

const reasons: Readonly<Record<NearMiss, string>> = {
  spaces: 'its id differs in spaces before or after',
  type: 'its id is text on one side only',
  notText: 'its id is the same but no text',
}

/** Lines that are named at first. */
const FIRST = 3

export interface NearNoticeProps {
  readonly near: PairDetail['near']
  readonly onOpenLine: (place: PairPlace) => void
  readonly onShowPair?: ((place: PairPlace) => void) | undefined
}

export function NearNotice({ near, onOpenLine, onShowPair }: NearNoticeProps): JSX.Element | null {
  if (near.length === 0) return null
  return (
    <div className={styles['near']}>
      <p>Nearly the same id, not joined:</p>
      <MoreList items={near} first={FIRST}>
        {({ why, id, role, place }) => (
          <li key={`${place.key} ${place.id}`}>
            <code>{visibleSpaces(id)}</code> in {role === 'requests' ? 'the request' : 'the answer'}{' '}
            of {placeText(place)}: {reasons[why]}.
            <Button size="small" onClick={() => (onShowPair ?? onOpenLine)(place)}>
              {onShowPair ? 'Show it' : 'Edit that line'}
            </Button>
          </li>
        )}
      </MoreList>
    </div>
  )
}

/** Spaces at the ends are what it is about. */
function visibleSpaces(id: string): string {
  return id.replace(/^\s+|\s+$/g, (spaces) => '␣'.repeat(spaces.length))
}
