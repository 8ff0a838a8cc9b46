// One half of a pair: its title, the line it comes from, and what the line says.
import type { JSX, ReactNode } from 'react'
import { groupNumber } from '../../../state/formatNumber.ts'
import type { PairPlace } from '../../../contracts/pairingApi.ts'
import { FileName } from '../FileName.tsx'
import { Button } from '../../controls/Button.tsx'
import styles from './PairDrawer.module.css'
import { placeText } from './pairMessages.ts'

export interface PairSideProps {
  readonly title: 'Request' | 'Answer'
  readonly place: PairPlace | undefined
  readonly onOpenLine: (place: PairPlace) => void
  readonly children: ReactNode
}

export function PairSide({ title, place, onOpenLine, children }: PairSideProps): JSX.Element {
  return (
    // Reached by keyboard, because it scrolls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['side']} aria-label={title} tabIndex={0}>
      <div className={styles['sideHead']}>
        <h3>{title}</h3>
        {place && (
          <>
            <span className={styles['place']} title={placeText(place)}>
              <span>
                <FileName name={place.documentName} />
              </span>
              , line {groupNumber(place.line)}
            </span>
            <Button
              size="small"
              aria-label={`Edit this line: ${placeText(place)}`}
              onClick={() => onOpenLine(place)}
            >
              Edit this line
            </Button>
          </>
        )}
      </div>
      {children}
    </section>
  )
}
