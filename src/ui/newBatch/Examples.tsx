// For whoever comes with nothing: whole batches to begin with. They are offered while no prompt is there.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { takeExample } from '../../state/newBatch/takeExample.ts'
import { BATCH_EXAMPLES } from '../../templates/forms/examples.ts'
import { Button } from '../controls/Button.tsx'
import styles from './Examples.module.css'

/** `onTake`: the buttons go away, so the focus has to go elsewhere. */
export function Examples({ onTake }: { readonly onTake: () => void }): JSX.Element {
  const { t } = useTranslator()
  const title = t(msg('Begin with an example'))
  return (
    <div role="group" aria-label={title} className={styles['examples']}>
      <span aria-hidden>{title}</span>
      {BATCH_EXAMPLES.map((example) => (
        <Button
          key={example.id}
          size="small"
          look="outlined"
          onClick={() => {
            takeExample(example, t)
            onTake()
          }}
        >
          {t(example.title)}
        </Button>
      ))}
    </div>
  )
}
