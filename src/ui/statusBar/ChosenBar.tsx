// What can be done with the chosen lines, over the document's numbers while there are any: beside the
// table, which does not move.
import { Copy, CopyPlus, Download, Trash2, X } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import {
  copyChosen,
  deleteChosen,
  duplicateChosen,
  exportChosen,
  forgetChoice,
} from '../../state/actions/chosenLines.ts'
import { arrive } from '../../state/actions/announce.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import styles from './ChosenBar.module.css'

const ACTIONS = [
  {
    label: msg('Delete'),
    title: msg('Delete the chosen lines'),
    icon: Trash2,
    run: deleteChosen,
  },
  {
    label: msg('Duplicate lines'),
    title: msg('Duplicate the chosen lines'),
    icon: CopyPlus,
    run: duplicateChosen,
  },
  { label: msg('Copy'), title: msg('Copy the chosen lines'), icon: Copy, run: copyChosen },
  {
    label: msg('Export'),
    title: msg('Export the chosen lines'),
    icon: Download,
    run: exportChosen,
  },
] as const

/** The status is there before there is anything to say: else it would not be read out. */
export function ChosenBar({ count }: { readonly count: number }): JSX.Element {
  const { t } = useTranslator()
  const text =
    count === 0 ? '' : t(msg('{count, plural, one {# line} other {# lines}} chosen', { count }))
  return (
    <>
      <span role="status" aria-label={t(msg('Choice status'))} className="visuallyHidden">
        {text}
      </span>
      {count > 0 && (
        <div
          role="toolbar"
          tabIndex={-1}
          aria-label={t(msg('Chosen lines'))}
          className={styles['bar']}
          onKeyDown={(press) => {
            if (press.key !== 'Escape') return
            press.preventDefault()
            giveUp()
          }}
        >
          <strong className={styles['count']}>{text}</strong>
          {ACTIONS.map(({ label, title, icon: Icon, run }, at) => (
            <Button
              // Always the same ones.
              key={at}
              size="small"
              title={t(title)}
              onClick={() => void run()}
            >
              <Icon aria-hidden />
              <span className={styles['label']}>{t(label)}</span>
            </Button>
          ))}
          <Button size="small" title={t(msg('Choose no lines'))} onClick={giveUp}>
            <X aria-hidden />
            <span className={styles['label']}>{t(msg('Clear'))}</span>
          </Button>
        </div>
      )}
    </>
  )
}

function giveUp(): void {
  forgetChoice()
  arrive()
}
