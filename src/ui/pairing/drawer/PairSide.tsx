// One half of a pair: its title, the line it comes from, and what the line says.
import type { JSX, ReactNode } from 'react'
import type { PairPlace } from '../../../contracts/pairingApi.ts'
import { FileName } from '../FileName.tsx'
import { Button } from '../../controls/Button.tsx'
import styles from './PairDrawer.module.css'
import { placeText } from './pairMessages.ts'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'

export interface PairSideProps {
  /** 'Request' or 'Answer'. */
  readonly title: string
  readonly place: PairPlace | undefined
  readonly onOpenLine: (place: PairPlace) => void
  readonly children: ReactNode
}

export function PairSide({ title, place, onOpenLine, children }: PairSideProps): JSX.Element {
  const { t, rich } = useTranslator()
  return (
    // Reached by keyboard, because it scrolls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['side']} aria-label={title} tabIndex={0}>
      <div className={styles['sideHead']}>
        <h3>{title}</h3>
        {place && (
          <>
            <span className={styles['place']} title={t(placeText(place))}>
              {rich(
                msg('<file>{name}</file>, line {line, number}', {
                  name: place.documentName,
                  line: place.line,
                }),
                {
                  file: () => (
                    <span key="file">
                      <FileName name={place.documentName} />
                    </span>
                  ),
                },
              )}
            </span>
            <Button
              size="small"
              aria-label={t(msg('Edit this line: {place}', { place: placeText(place) }))}
              onClick={() => onOpenLine(place)}
            >
              {t(msg('Edit this line'))}
            </Button>
          </>
        )}
      </div>
      {children}
    </section>
  )
}
