// The format that the lines are judged as, and the others to choose from.
import { Select } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import { type JSX, memo } from 'react'
import { setFormat } from '../../state/actions/documents.ts'
import { useApp } from '../../state/hooks.ts'
import popup from '../controls/popup.module.css'
import styles from './FormatChoice.module.css'

export interface FormatChoiceProps {
  /** Null while it is not known. */
  readonly formatId: string | null
  readonly title: string | undefined
  /** False when the user chose it. */
  readonly isDetected: boolean
  /** Whether the document takes another format at the moment. */
  readonly canChange: boolean
}

export const FormatChoice = memo(function FormatChoice({
  formatId,
  title,
  isDetected,
  canChange,
}: FormatChoiceProps): JSX.Element {
  const formats = useApp((state) => state.catalogue?.formats)
  return (
    <Select.Root
      value={formatId}
      disabled={!canChange || !formats}
      onValueChange={(chosen) => chosen !== null && void setFormat(chosen)}
    >
      <Select.Trigger
        className={styles['trigger']}
        aria-label="Format"
        title={isDetected ? 'Recognised from the content' : 'Chosen by you'}
      >
        <span className={styles['value']}>{title}</span>
        <ChevronsUpDown aria-hidden />
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner
          className={popup['positioner']}
          sideOffset={4}
          align="start"
          alignItemWithTrigger={false}
        >
          <Select.Popup className={popup['menu']}>
            <Select.List>
              {(formats ?? []).map((format) => (
                <Select.Item key={format.id} value={format.id} className={popup['item']}>
                  <span className={popup['check']}>
                    <Select.ItemIndicator>
                      <Check aria-hidden />
                    </Select.ItemIndicator>
                  </span>
                  <Select.ItemText className={popup['itemText']}>
                    {format.title}
                    <small>{format.summary}</small>
                  </Select.ItemText>
                </Select.Item>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  )
})
