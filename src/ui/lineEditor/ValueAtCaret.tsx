// What can be done with the value that the caret is in. Only of lines that are JSON: nothing else has fields.
import { Columns3, ListFilter } from 'lucide-react'
import { type JSX, useDeferredValue, useMemo } from 'react'
import type { TextOffset } from '../../base/units.ts'
import { msg } from '../../i18n/message.ts'
import { closeDrawer } from '../../state/actions/lines.ts'
import { isFieldColumn } from '../../state/columns/columnOfField.ts'
import { hideFieldColumn, showFieldColumn } from '../../state/columns/columns.ts'
import { showOnlyLinesOf } from '../../state/fields/showLines.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { lineValueAt } from '../../state/lineValue.ts'
import { Button } from '../controls/Button.tsx'
import { focusTable } from '../controls/focusField.ts'
import { ONE_COLUMN, useMedia } from '../controls/useMedia.ts'
import styles from './ValueAtCaret.module.css'

/** Code units of lines that are looked into: parsing and walking more would be felt while typing. */
const LIMIT = 1_000_000

export interface ValueAtCaretProps {
  /** With what is typed and not applied. */
  readonly text: string
  /** Undefined before the caret was anywhere. */
  readonly offset: TextOffset | undefined
}

export function ValueAtCaret(props: ValueAtCaretProps): JSX.Element | null {
  const { t } = useTranslator()
  // Typing does not wait for it.
  const text = useDeferredValue(props.text)
  const offset = useDeferredValue(props.offset)
  const line = useMemo(() => parsed(text), [text])
  const value = useMemo(
    () => (line && offset !== undefined ? lineValueAt(text, line.value, offset) : undefined),
    [line, text, offset],
  )
  const isShown = useActive(({ facts }) => value && isFieldColumn(facts, value.field))
  const isCovering = useMedia(ONE_COLUMN)
  if (!line) return null
  if (!value) {
    return (
      <p className={styles['hint']}>
        {t(msg('Put the caret on a value to make it a column or a filter.'))}
      </p>
    )
  }
  const { field, query } = value
  const done = (): void => {
    if (!isCovering) return
    closeDrawer()
    focusTable()
  }
  return (
    <div role="group" aria-label={t(msg('Value at the caret'))} className={styles['bar']}>
      <code className={styles['field']} title={field}>
        <bdi>{field}</bdi>
      </code>
      <Button
        size="small"
        look="outlined"
        onClick={() => {
          if (isShown) hideFieldColumn(field)
          else showFieldColumn(field)
          done()
        }}
      >
        <Columns3 aria-hidden />
        {isShown ? t(msg('Hide column')) : t(msg('Show as column'))}
      </Button>
      {query && (
        <Button
          size="small"
          look="outlined"
          onClick={() => {
            showOnlyLinesOf(query)
            done()
          }}
        >
          <ListFilter aria-hidden />
          {t(msg('Filter by this value'))}
        </Button>
      )}
    </div>
  )
}

/** Undefined where it is no JSON, or too long. */
function parsed(text: string): { readonly value: unknown } | undefined {
  if (text.length > LIMIT) return undefined
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}
