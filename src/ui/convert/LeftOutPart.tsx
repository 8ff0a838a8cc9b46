// A part of a file that is in no line, or not as it stands: where, why, and how it begins.
import type { JSX } from 'react'
import type { LeftOut } from '../../contracts/conversionApi.ts'
import { leftOutPlace } from '../../state/conversion/leftOutPlace.ts'
import { useTranslator } from '../../state/language.ts'

export function LeftOutPart({ part }: { readonly part: LeftOut }): JSX.Element {
  const { t } = useTranslator()
  const place = leftOutPlace(part)
  return (
    <>
      {place && <b>{t(place)}</b>} {t(part.reason)}
      {part.text !== undefined && <code dir="auto">{part.text}</code>}
    </>
  )
}
