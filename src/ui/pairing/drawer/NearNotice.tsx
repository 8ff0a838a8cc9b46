// Lines that have nearly this id, and why they are not joined.
import type { JSX } from 'react'
import { type Message, msg, type Value } from '../../../i18n/message.ts'
import type { PairRole } from '../../../pairing/pairLines.ts'
import type { NearMiss } from '../../../pairing/recordKey.ts'
import type { PairDetail, PairPlace } from '../../../contracts/pairingApi.ts'
import { useTranslator } from '../../../state/language.ts'
import { Button } from '../../controls/Button.tsx'
import { MoreList } from '../../controls/MoreList.tsx'
import styles from './PairDrawer.module.css'
import { placeText } from './pairMessages.ts'

/** What follows the place of a line. */
const reasons: Readonly<Record<NearMiss, Message>> = {
  spaces: msg('its id differs in spaces before or after'),
  type: msg('its id is a string on one side only'),
  notText: msg('its id is the same but not a string'),
}

/** Lines that are named at first. */
const FIRST = 3

export interface NearNoticeProps {
  readonly near: PairDetail['near']
  readonly onOpenLine: (place: PairPlace) => void
  readonly onShowPair?: ((place: PairPlace) => void) | undefined
}

export function NearNotice({ near, onOpenLine, onShowPair }: NearNoticeProps): JSX.Element | null {
  const { t, rich } = useTranslator()
  if (near.length === 0) return null
  return (
    <div className={styles['near']}>
      <p>{t(msg('Nearly the same id, not joined:'))}</p>
      <MoreList items={near} first={FIRST}>
        {({ why, id, role, place }) => (
          <li key={`${place.key} ${place.id}`}>
            {rich(
              nearText(role, {
                id: visibleSpaces(id),
                place: placeText(place),
                reason: reasons[why],
              }),
              {
                code: (words) => <code key="id">{words}</code>,
              },
            )}
            <Button size="small" onClick={() => (onShowPair ?? onOpenLine)(place)}>
              {onShowPair ? t(msg('Show it')) : t(msg('Edit that line'))}
            </Button>
          </li>
        )}
      </MoreList>
    </div>
  )
}

function nearText(
  role: PairRole,
  values: Readonly<Record<'id' | 'place' | 'reason', Value>>,
): Message {
  return role === 'requests'
    ? msg('<code>{id}</code> in the request of {place}: {reason}.', values)
    : msg('<code>{id}</code> in the answer of {place}: {reason}.', values)
}

/** Spaces at the ends are what it is about. */
function visibleSpaces(id: string): string {
  return id.replace(/^\s+|\s+$/g, (spaces) => '␣'.repeat(spaces.length))
}
