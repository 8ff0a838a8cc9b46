// A part of a file that is in no line, or not as it stands: where, why, and how it begins.
import type { JSX } from 'react'
import type { LeftOut } from '../../contracts/conversionApi.ts'
import { leftOutPlace } from '../../state/conversion/leftOutPlace.ts'
import { useTranslator } from '../../state/language.ts'

export interface LeftOutPartProps {
  readonly part: LeftOut
  /** Its place is a row of a table. */
  readonly hasRows: boolean
}

export function LeftOutPart({ hasRows, part }: LeftOutPartProps): JSX.Element {
  const { t } = useTranslator()
  const place = leftOutPlace(part, hasRows)
  return (
    <>
      {place && <b>{t(place)}</b>} {t(part.reason)}
      {part.text !== undefined && <code dir="auto">{part.text}</code>}
    </>
  )
}
