// What can be done with the chosen lines, over the document's numbers while there are any: beside the
// table, which does not move.
import { Copy, CopyPlus, Download, Trash2, X } from 'lucide-react'
import type { JSX } from 'react'
import {
  copyChosen,
  deleteChosen,
  duplicateChosen,
  exportChosen,
  forgetChoice,
} from '../../state/actions/chosenLines.ts'
import { arrive } from '../../state/actions/announce.ts'
import { countOf } from '../../state/formatNumber.ts'
import { Button } from '../controls/Button.tsx'
import styles from './ChosenBar.module.css'

const ACTIONS = [
  { label: 'Delete', icon: Trash2, run: deleteChosen },
  { label: 'Duplicate', icon: CopyPlus, run: duplicateChosen },
  { label: 'Copy', icon: Copy, run: copyChosen },
  { label: 'Export', icon: Download, run: exportChosen },
] as const

/** The status is there before there is anything to say: else it would not be read out. */
export function ChosenBar({ count }: { readonly count: number }): JSX.Element {
  const text = count === 0 ? '' : `${countOf(count, 'line')} chosen`
  return (
    <>
      <span role="status" aria-label="Choice status" className="visuallyHidden">
        {text}
      </span>
      {count > 0 && (
        <div
          role="toolbar"
          tabIndex={-1}
          aria-label="Chosen lines"
          className={styles['bar']}
          onKeyDown={(press) => {
            if (press.key !== 'Escape') return
            press.preventDefault()
            giveUp()
          }}
        >
          <strong className={styles['count']}>{text}</strong>
          {ACTIONS.map(({ label, icon: Icon, run }) => (
            <Button
              key={label}
              size="small"
              title={`${label} the chosen lines`}
              onClick={() => void run()}
            >
              <Icon aria-hidden />
              <span className={styles['label']}>{label}</span>
            </Button>
          ))}
          <Button size="small" title="Choose no lines" onClick={giveUp}>
            <X aria-hidden />
            <span className={styles['label']}>Clear</span>
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
