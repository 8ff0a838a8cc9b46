// Before there are answers: what is there, what is missing, and how to bring it.
import { Files } from 'lucide-react'
import type { JSX } from 'react'
import { listOf, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { usePairing } from '../../state/pairing/pairingStore.ts'
import { chooseFiles } from '../files/chooseFiles.ts'
import { Button } from '../controls/Button.tsx'
import styles from './PairingView.module.css'

export function MissingSide(): JSX.Element {
  const { t, rich } = useTranslator()
  const sources = usePairing((state) => state.sources)
  const names = sources.map((source) => source.name)
  return (
    <div className={styles['missing']}>
      <Files aria-hidden className={styles['missingIcon']} />
      {sources.length === 0 && (
        <>
          <h2>{t(msg('Which requests, and which answers?'))}</h2>
          <p>
            {t(
              msg(
                'Choose the file that you sent and the files that came back, or drop them here: input, output and errors. No open file was recognised as either; where you know better, add it above and say what it holds.',
              ),
            )}
          </p>
        </>
      )}
      {sources.length > 0 && (
        <>
          <h2>{t(msg('Now the answers'))}</h2>
          <p>
            {rich(
              msg(
                '{count, plural, one {<b>{files}</b> holds} other {<b>{files}</b> hold}} requests. Choose or drop the output file, and the error file if there is one.',
                { files: listOf(names, 'and'), count: names.length },
              ),
              { b: (words) => <b key="files">{words}</b> },
            )}
          </p>
        </>
      )}
      <Button look="primary" onClick={() => void chooseFiles()}>
        {sources.length === 0 ? t(msg('Choose the files…')) : t(msg('Choose the answers…'))}
      </Button>
    </div>
  )
}
