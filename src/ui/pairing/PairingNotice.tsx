// Why there are no pairs although there are files: what happened and what can be done.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { usePairing } from '../../state/pairing/pairingStore.ts'
import { rerunPairing } from '../../state/pairing/startPairing.ts'
import { Notice } from '../controls/Notice.tsx'
import { Button } from '../controls/Button.tsx'

export function PairingNotice(): JSX.Element | null {
  const { t } = useTranslator()
  const problem = usePairing((state) => state.problem)
  const failure = usePairing((state) => state.facts?.failure)
  const wasStopped = problem === undefined && failure?.kind === 'cancelled'
  const text = wasStopped ? msg('You stopped reading the files.') : (problem ?? failure?.message)
  if (text === undefined) return null
  return (
    <Notice text={t(text)} isMild={wasStopped}>
      <Button look="outlined" onClick={() => void rerunPairing()}>
        {t(msg('Try again'))}
      </Button>
    </Notice>
  )
}
