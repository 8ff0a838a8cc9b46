// Parts of a file that are in no line, or not as they stand: where, why, and how they begin.
import type { JSX } from 'react'
import type { LeftOut } from '../../contracts/conversionApi.ts'
import { leftOutPlace } from '../../state/conversion/reportText.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './ConvertDialog.module.css'

export interface LeftOutListProps {
  readonly details: readonly LeftOut[]
}

export function LeftOutList({ details }: LeftOutListProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <ul className={styles['leftOut']}>
      {details.map((part, at) => {
        const place = leftOutPlace(part)
        return (
          // oxlint-disable-next-line react/no-array-index-key -- parts have no other name
          <li key={at}>
            {place && <b>{t(place)}</b>} {t(part.reason)}
            {part.text !== undefined && <code dir="auto">{part.text}</code>}
          </li>
        )
      })}
    </ul>
  )
}
