// The items of an option of which several can be chosen, with how many rows each is about; where their
// order counts, with buttons that move them.
import { ChevronDown, ChevronUp } from 'lucide-react'
import type { JSX } from 'react'
import type { PairingFacts } from '../../../contracts/pairingApi.ts'
import { type Message, msg, verbatim } from '../../../i18n/message.ts'
import type { CountedRows, ListItem, ListOption } from '../../../pairing/exportOptions.ts'
import { useTranslator } from '../../../state/language.ts'
import {
  chooseItem,
  type ItemChoice,
  type ItemChoices,
  itemsOf,
  moveItem,
} from '../../../state/pairing/exportOptions.ts'
import { isFiltered } from '../../../state/pairing/exportChoices.ts'
import { choosePairOption, useExportPairs } from '../../../state/pairing/exportPairs.ts'
import { usePairing } from '../../../state/pairing/pairingStore.ts'
import { Button } from '../../controls/Button.tsx'
import { CheckRow } from '../../export/CheckRow.tsx'
import styles from '../../export/ExportOptions.module.css'

export interface ListRowsProps {
  readonly name: string
  readonly spec: ListOption
  readonly facts: PairingFacts
}

export function ListRows({ name, spec, facts }: ListRowsProps): JSX.Element {
  const { t } = useTranslator()
  const choices = useExportPairs((state) => state.choices.options)
  const items = itemsOf(choices, name, spec)
  const onlyShown = useExportPairs((state) => state.choices.onlyShown)
  const isPart = usePairing((state) => isFiltered(state.view)) && onlyShown
  const change = (changed: ItemChoices): void => choosePairOption(name, changed)
  const checkRow = ({ value, isChosen }: ItemChoice): JSX.Element => {
    const { title, counts } = itemOf(spec, value)
    return (
      <CheckRow
        key={value}
        title={t(title)}
        // How many there are of all says nothing of those that are shown.
        {...(counts && !isPart && { count: countRows(facts, counts) })}
        isChecked={isChosen}
        onCheck={(isChecked) => change(chooseItem(items, value, isChecked))}
      />
    )
  }
  if (!spec.isOrdered) {
    const offered = items.filter(
      ({ value, isChosen }) => isChosen || isOffered(itemOf(spec, value), facts),
    )
    return (
      <>
        {offered.map(checkRow)}
        {facts.checkingJson && spec.items.some(({ counts }) => counts?.unusable) && (
          <p className={styles['hint']}>
            {t(
              msg('Answers are still being validated as JSON; more may turn out to be of no use.'),
            )}
          </p>
        )}
      </>
    )
  }
  const moveButton = ({ value }: ItemChoice, by: -1 | 1, isAtEnd: boolean): JSX.Element => (
    <Button
      size="icon"
      aria-label={t(moveText(itemOf(spec, value), by))}
      disabled={isAtEnd}
      onClick={() => change(moveItem(items, value, by))}
    >
      {by === -1 ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
    </Button>
  )
  return (
    <ol className={styles['fields']}>
      {items.map((item, place) => (
        <li key={item.value}>
          {checkRow(item)}
          {moveButton(item, -1, place === 0)}
          {moveButton(item, 1, place === items.length - 1)}
        </li>
      ))}
    </ol>
  )
}

function itemOf({ items }: ListOption, value: string): ListItem {
  return items.find((item) => item.value === value) ?? { value, title: verbatim(value) }
}

function moveText({ title }: ListItem, by: -1 | 1): Message {
  return by === -1 ? msg('Move {title} up', { title }) : msg('Move {title} down', { title })
}

function isOffered({ isOfferedWhenCounted, counts }: ListItem, facts: PairingFacts): boolean {
  return !isOfferedWhenCounted || counts === undefined || countRows(facts, counts) > 0
}

function countRows(facts: PairingFacts, { outcome, unusable }: CountedRows): number {
  if (outcome !== undefined) return facts[outcome]
  return facts.summary?.unusable.find(({ value }) => value === unusable)?.count ?? 0
}
