// One tab per document. The close buttons are siblings of the tab list, put between the tabs by
// their flex order: a tab list may own nothing but tabs.
import { X } from 'lucide-react'
import { type JSX, type KeyboardEvent, useEffect, useRef } from 'react'
import {
  activateDocument,
  activateNextDocument,
  closeDocument,
} from '../../state/actions/documents.ts'
import { useApp } from '../../state/hooks.ts'
import styles from './DocumentTabs.module.css'

export function DocumentTabs(): JSX.Element | null {
  const documents = useApp((state) => state.documents)
  const activeKey = useApp((state) => state.activeKey)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    selectedTab(list.current)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [activeKey])

  function handleKeyDown(press: KeyboardEvent): void {
    if (press.key === 'ArrowLeft' || press.key === 'ArrowRight') {
      press.preventDefault()
      activateNextDocument(press.key === 'ArrowRight' ? 1 : -1)
    } else if (press.key === 'Delete' && activeKey !== undefined) {
      press.preventDefault()
      closeDocument(activeKey)
    } else return
    // After React has moved the one tab stop to the new tab.
    requestAnimationFrame(() => selectedTab(list.current)?.focus())
  }

  if (documents.length === 0) return null
  return (
    <div className={styles['tabs']}>
      <div
        ref={list}
        className={styles['list']}
        role="tablist"
        aria-label="Documents"
        tabIndex={-1}
        onKeyDown={handleKeyDown}
      >
        {documents.map(({ key, name, facts, draft }, index) => (
          <button
            key={key}
            type="button"
            role="tab"
            className={styles['tab']}
            style={{ order: 2 * index }}
            aria-selected={key === activeKey}
            tabIndex={key === activeKey ? 0 : -1}
            title={facts?.isDirty || draft ? `${name} (edited)` : name}
            onClick={() => activateDocument(key)}
            onAuxClick={(click) => click.button === 1 && closeDocument(key)}
          >
            <span
              className={styles['dot']}
              data-edited={facts?.isDirty || draft ? '' : undefined}
              aria-hidden
            />
            <span className={styles['name']}>{name}</span>
          </button>
        ))}
      </div>
      {documents.map(({ key, name }, index) => (
        <button
          key={key}
          type="button"
          className={styles['close']}
          style={{ order: 2 * index + 1 }}
          aria-label={`Close ${name}`}
          title={`Close ${name}`}
          onClick={() => closeDocument(key)}
        >
          <X aria-hidden />
        </button>
      ))}
    </div>
  )
}

function selectedTab(list: HTMLElement | null): HTMLElement | null {
  return list?.querySelector<HTMLElement>('[aria-selected="true"]') ?? null
}
