// The options of an export, whichever it is: shown by what its definition says of them.
import type { JSX } from 'react'
import type { PairingFacts } from '../../../contracts/pairingApi.ts'
import type { Message } from '../../../i18n/message.ts'
import type { OptionSpec, OptionSpecs } from '../../../pairing/exportOptions.ts'
import { useTranslator } from '../../../state/language.ts'
import { isTicked, parseNumber, typedOf } from '../../../state/pairing/exportOptions.ts'
import { choosePairOption, useExportPairs } from '../../../state/pairing/exportPairs.ts'
import { CheckRow } from '../../export/CheckRow.tsx'
import styles from '../../export/ExportOptions.module.css'
import { ListRows } from './ListRows.tsx'
import { groupOptions, type NamedOption } from './optionGroups.ts'
import { TextRow } from '../../export/TextRow.tsx'

export interface ExporterOptionsProps {
  readonly specs: OptionSpecs
  readonly facts: PairingFacts
}

export function ExporterOptions({ specs, facts }: ExporterOptionsProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <>
      {groupOptions(specs).map(({ title, options }) => {
        const rows = options.map((option) => (
          <OptionRow key={option.name} {...option} facts={facts} />
        ))
        if (title === undefined) return rows
        return (
          <fieldset key={options[0]?.name} className={styles['group']}>
            <legend>{t(title)}</legend>
            {rows}
          </fieldset>
        )
      })}
    </>
  )
}

interface OptionRowProps extends NamedOption {
  readonly facts: PairingFacts
}

function OptionRow({ name, spec, facts }: OptionRowProps): JSX.Element {
  const { t } = useTranslator()
  const choices = useExportPairs((state) => state.choices.options)
  switch (spec.kind) {
    case 'check':
      return (
        <CheckRow
          title={t(spec.title)}
          isChecked={isTicked(choices, name, spec)}
          {...(spec.help !== undefined && { hint: t(spec.help) })}
          onCheck={(isChecked) => choosePairOption(name, isChecked)}
        />
      )
    case 'text':
    case 'number': {
      const typed = typedOf(choices, name)
      const problem = problemOf(spec, typed)
      return (
        <TextRow
          title={t(spec.title)}
          placeholder={t(spec.placeholder)}
          isNumber={spec.kind === 'number'}
          {...(spec.help !== undefined && { hint: t(spec.help) })}
          problem={problem && t(problem)}
          value={typed}
          onType={(text) => choosePairOption(name, text)}
        />
      )
    }
    case 'list':
      return <ListRows name={name} spec={spec} facts={facts} />
  }
}

function problemOf(spec: OptionSpec, typed: string): Message | undefined {
  if (spec.kind !== 'number') return undefined
  const number = parseNumber(typed, spec)
  return number.ok ? undefined : number.failure.message
}
