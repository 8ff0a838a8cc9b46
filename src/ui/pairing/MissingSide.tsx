// Before there are answers: what is there, what is missing, and how to bring it.
import { Files } from 'lucide-react'
import type { JSX } from 'react'
import { usePairing } from '../../state/pairing/pairingStore.ts'
import { chooseFiles } from '../files/chooseFiles.ts'
import { Button } from '../controls/Button.tsx'
import styles from './PairingView.module.css'

export function MissingSide(): JSX.Element {
  const sources = usePairing((state) => state.sources)
  const names = sources.map((source) => source.name).join(', ')
  const verb = sources.length === 1 ? 'holds' : 'hold'
  return (
    <div className={styles['missing']}>
      <Files aria-hidden className={styles['missingIcon']} />
      {sources.length === 0 && (
        <>
          <h2>Which requests, and which answers?</h2>
          <p>
            Choose the file that you sent and the files that came back, or drop them here: input,
            output and errors. No open file was recognised as either; where you know better, add it
            above and say what it holds.
          </p>
        </>
      )}
      {sources.length > 0 && (
        <>
          <h2>Now the answers</h2>
          <p>
            <b>{names}</b> {verb} requests. Choose or drop the output file, and the error file if
            there is one.
          </p>
        </>
      )}
      <Button look="primary" onClick={() => void chooseFiles()}>
        {sources.length === 0 ? 'Choose the files…' : 'Choose the answers…'}
      </Button>
    </div>
  )
}
