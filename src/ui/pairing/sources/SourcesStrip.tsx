// The documents that take part, those that could, and how far reading them is.
import { FilePlus, Plus, X } from 'lucide-react'
import { type JSX, useId, useState } from 'react'
import { msg } from '../../../i18n/message.ts'
import { useDocument } from '../../../state/hooks.ts'
import { useTranslator } from '../../../state/language.ts'
import { usePairing } from '../../../state/pairing/pairingStore.ts'
import { addLeftOut } from '../../../state/pairing/sources.ts'
import { closePairing } from '../../../state/pairing/startPairing.ts'
import type { DocumentKey } from '../../../state/store.ts'
import { chooseFiles } from '../../files/chooseFiles.ts'
import { Button } from '../../controls/Button.tsx'
import { FileName } from '../FileName.tsx'
import { FoldButton } from './FoldButton.tsx'
import { PairingProgress } from './PairingProgress.tsx'
import { SourceItem } from './SourceItem.tsx'
import styles from './SourcesStrip.module.css'

export function SourcesStrip(): JSX.Element {
  const { t } = useTranslator()
  const sources = usePairing((state) => state.sources)
  const facts = usePairing((state) => state.facts?.sources)
  const leftOut = usePairing((state) => state.leftOut)
  // Only where there is little room is there anything to open.
  const [isOpen, setOpen] = useState(false)
  const listId = useId()
  return (
    <div className={styles['frame']}>
      <div className={styles['strip']} data-open={isOpen || undefined}>
        <FoldButton isOpen={isOpen} listId={listId} onFold={() => setOpen(!isOpen)} />
        <ul id={listId} className={styles['sources']} aria-label={t(msg('Files that take part'))}>
          {sources.map((source, at) => (
            <SourceItem
              key={source.key}
              source={source}
              facts={facts?.find((entry) => entry.key === source.key)}
              canMoveUp={sources[at - 1]?.role === source.role}
              canMoveDown={sources[at + 1]?.role === source.role}
            />
          ))}
          {leftOut.length > 0 && (
            <li className={styles['rest']}>
              {leftOut.map((key) => (
                <LeftOut key={key} documentKey={key} />
              ))}
            </li>
          )}
        </ul>
        <div className={styles['side']}>
          <PairingProgress />
          <Button
            size="small"
            look="outlined"
            title={t(msg('Add input, output or error files; they can be dropped here, too'))}
            onClick={() => void chooseFiles()}
          >
            <FilePlus aria-hidden />{' '}
            <span className={styles['addLabel']}>{t(msg('Add files…'))}</span>
          </Button>
          <Button
            size="icon"
            aria-label={t(msg('Close pairing'))}
            title={t(msg('Close the pairing; its files stay open'))}
            onClick={closePairing}
          >
            <X aria-hidden />
          </Button>
        </div>
      </div>
    </div>
  )
}

function LeftOut({ documentKey }: { readonly documentKey: DocumentKey }): JSX.Element {
  const { t } = useTranslator()
  const name = useDocument(documentKey, (tab) => tab.name)
  return (
    <Button
      size="small"
      className={styles['leftOut']}
      title={t(msg('{name} takes no part. Add it', { name }))}
      aria-label={t(msg('Add {name}', { name }))}
      onClick={() => void addLeftOut(documentKey)}
    >
      <Plus aria-hidden />
      <span>
        <FileName name={name} />
      </span>
    </Button>
  )
}
