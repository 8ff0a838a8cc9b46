// Says what answers without their requests cannot tell, and how to bring the requests.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { hasRequests, phaseOf, usePairing } from '../../state/pairing/pairingStore.ts'
import { chooseFiles } from '../files/chooseFiles.ts'
import { Notice } from '../controls/Notice.tsx'
import { Button } from '../controls/Button.tsx'

export function AnswersAlone(): JSX.Element | null {
  const { t } = useTranslator()
  const isAlone = usePairing((state) => phaseOf(state) === 'ready' && !hasRequests(state.sources))
  if (!isAlone) return null
  return (
    <Notice
      isMild
      text={t(
        msg(
          'These are the answers alone. Add the input file to see the prompts and what is missing, and to send failed requests again.',
        ),
      )}
    >
      <Button look="outlined" onClick={() => void chooseFiles()}>
        {t(msg('Add the requests…'))}
      </Button>
    </Notice>
  )
}
