// The format that the lines are judged as, and the others to choose from.
import { Select } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import type { JSX } from 'react'
import { setFormat } from '../../state/actions/documents.ts'
import { useApp } from '../../state/hooks.ts'
import type { DocumentFacts } from '../../worker/documentApi.ts'
import popup from '../controls/popup.module.css'
import styles from './FormatChoice.module.css'

export interface FormatChoiceProps {
  readonly facts: DocumentFacts
  readonly canChange: boolean
}

export function FormatChoice({ facts, canChange }: FormatChoiceProps): JSX.Element {
  const formats = useApp((state) => state.catalogue?.formats)
  return (
    <Select.Root
      value={facts.formatId}
      disabled={!canChange || !formats}
      onValueChange={(formatId) => formatId !== null && void setFormat(formatId)}
    >
      <Select.Trigger
        className={styles['trigger']}
        aria-label="Format"
        title={facts.formatDetected ? 'Recognised from the content' : 'Chosen by you'}
      >
        <span className={styles['value']}>{facts.formatTitle}</span>
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
}
