// Which fields joined results have, and in which order.
import { ChevronDown, ChevronUp } from 'lucide-react'
import type { JSX } from 'react'
import { choosePairExport, useExportPairs } from '../../../state/pairing/exportPairs.ts'
import { type FieldChoice, moveField } from '../../../state/pairing/exportChoices.ts'
import type { JoinedField } from '../../../contracts/pairingApi.ts'
import { Button } from '../../controls/Button.tsx'
import { CheckRow } from './CheckRow.tsx'
import styles from './ExportOptions.module.css'

export function JoinedOptions(): JSX.Element {
  const { kind, fields, byteOrderMark } = useExportPairs(({ choices }) => choices)
  const move = (field: JoinedField, by: -1 | 1): void =>
    choosePairExport({ fields: moveField(fields, field, by) })
  return (
    <>
      {kind === 'joinedCsv' && (
        <CheckRow
          title="Byte-order mark for spreadsheets"
          isChecked={byteOrderMark}
          onCheck={(isChecked) => choosePairExport({ byteOrderMark: isChecked })}
        />
      )}
      <fieldset className={styles['group']}>
        <legend>Fields, in this order</legend>
        <ol className={styles['fields']}>
          {fields.map(({ field, isChosen }, place) => (
            <li key={field}>
              <CheckRow
                title={field}
                isChecked={isChosen}
                onCheck={(isChecked) =>
                  choosePairExport({ fields: chosen(fields, field, isChecked) })
                }
              />
              <Button
                size="icon"
                aria-label={`Move ${field} up`}
                disabled={place === 0}
                onClick={() => move(field, -1)}
              >
                <ChevronUp aria-hidden />
              </Button>
              <Button
                size="icon"
                aria-label={`Move ${field} down`}
                disabled={place === fields.length - 1}
                onClick={() => move(field, 1)}
              >
                <ChevronDown aria-hidden />
              </Button>
            </li>
          ))}
        </ol>
      </fieldset>
    </>
  )
}

function chosen(
  fields: readonly FieldChoice[],
  field: JoinedField,
  isChosen: boolean,
): readonly FieldChoice[] {
  return fields.map((choice) => (choice.field === field ? { field, isChosen } : choice))
}
