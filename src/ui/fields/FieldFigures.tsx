// The figures of one document: where few lines differ, and the tree of fields, in which one can be found by its name.
import { type JSX, useEffect, useMemo, useState } from 'react'
import type { FieldStatistics } from '../../contracts/fieldStatistics.ts'
import { msg } from '../../i18n/message.ts'
import { documentSlot } from '../../state/documentScope.ts'
import { stopSpread } from '../../state/fields/fields.ts'
import { useTranslator } from '../../state/language.ts'
import type { DocumentKey } from '../../state/store.ts'
import input from '../controls/input.module.css'
import { DriftList } from './DriftList.tsx'
import styles from './FieldsPanel.module.css'
import { FieldTree } from './FieldTree.tsx'
import { SchemaDifferences } from './SchemaDifferences.tsx'
import { indexFields, treeRows, type TreeLook } from './treeRows.ts'

/** How the user left the tree of a document. */
interface KeptLook extends TreeLook {
  readonly open: ReadonlySet<string>
}

const looks = documentSlot<{ look: KeptLook }>(() => ({
  look: { text: '', folded: new Map(), open: new Set() },
}))

interface FieldFiguresProps {
  readonly documentKey: DocumentKey
  readonly figures: FieldStatistics
  /** What scrolls. */
  readonly scrolled: HTMLElement
  /** Others are being counted. */
  readonly isOld: boolean
}

export function FieldFigures({
  documentKey,
  figures,
  scrolled,
  isOld,
}: FieldFiguresProps): JSX.Element {
  const { t } = useTranslator()
  const [look, setLook] = useState(() => looks.of(documentKey).look)
  const change = (part: Partial<KeptLook>): void => setLook({ ...look, ...part })
  useEffect(() => {
    looks.of(documentKey).look = look
  }, [documentKey, look])
  const index = useMemo(() => indexFields(figures.fields), [figures])
  const rows = useMemo(() => treeRows(index, look), [index, look])
  const [above, setAbove] = useState<HTMLElement | null>(null)
  const top = useBottom(above, scrolled)
  const found = look.text.trim() === '' ? undefined : rows.filter(({ isOnTheWay }) => !isOnTheWay)
  return (
    <div className={styles['figures']} data-old={isOld || undefined}>
      <div ref={setAbove}>
        <SchemaDifferences figures={figures} />
        <DriftList figures={figures} />
        <div className={styles['filter']}>
          <input
            className={input['input']}
            type="search"
            aria-label={t(msg('Find a field'))}
            placeholder={t(msg('Find a field'))}
            value={look.text}
            onChange={({ target }) => change({ text: target.value })}
          />
          <p role="status">
            {found &&
              t(
                msg('{count, number} of {all, plural, one {# field} other {# fields}}', {
                  count: found.length,
                  all: figures.fields.length - 1,
                }),
              )}
          </p>
        </div>
      </div>
      <FieldTree
        rows={rows}
        lines={figures.lines}
        open={look.open}
        scrolled={scrolled}
        top={top}
        onFold={(name, isFolded) => change({ folded: new Map(look.folded).set(name, isFolded) })}
        onOpen={(name, isOpen) => {
          const open = new Set(look.open)
          if (isOpen) open.add(name)
          else {
            open.delete(name)
            stopSpread(name)
          }
          change({ open })
        }}
      />
      {rows.length === 0 && !found && <p className={styles['note']}>{t(msg('No fields'))}</p>}
    </div>
  )
}

/** Pixels of what scrolls down to the end of an element, as it grows and shrinks. */
function useBottom(element: HTMLElement | null, scrolled: HTMLElement): number {
  const [bottom, setBottom] = useState(0)
  useEffect(() => {
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      setBottom(element.offsetTop + element.offsetHeight)
    })
    observer.observe(element)
    observer.observe(scrolled)
    return () => observer.disconnect()
  }, [element, scrolled])
  return bottom
}
