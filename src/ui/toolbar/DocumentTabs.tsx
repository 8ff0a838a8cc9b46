// One tab per document. The close buttons are siblings of the tab list, put between the tabs by
// their flex order: a tab list may own nothing but tabs.
import { X } from 'lucide-react'
import { type JSX, type KeyboardEvent, useEffect, useRef } from 'react'
import { msg } from '../../i18n/message.ts'
import {
  activateDocument,
  activateNextDocument,
  closeDocument,
} from '../../state/actions/documents.ts'
import { hasChanges } from '../../state/drafts.ts'
import { useApp, useDocument, useDocumentKeys } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import type { DocumentKey, DocumentTab } from '../../state/store.ts'
import styles from './DocumentTabs.module.css'
import { DocumentsMenu } from './lazyMenus.tsx'
import { useOverflow } from './useOverflow.ts'

export function DocumentTabs(): JSX.Element | null {
  const { t } = useTranslator()
  const keys = useDocumentKeys()
  const activeKey = useApp((state) => state.activeKey)
  const isPairingShown = useApp((state) => state.isPairingShown)
  const list = useRef<HTMLDivElement>(null)
  const strip = useRef<HTMLDivElement>(null)
  const { before, after } = useOverflow(strip, keys)

  useEffect(() => {
    // In the next frame, which lays out the page in any case; here it would be done twice.
    const frame = requestAnimationFrame(() =>
      selectedTab(list.current)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    )
    return () => cancelAnimationFrame(frame)
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

  if (keys.length === 0) return null
  return (
    <>
      <div
        ref={strip}
        className={styles['tabs']}
        data-before={before || undefined}
        data-after={after || undefined}
        onWheel={(wheel) => {
          // A mouse has a wheel for up and down alone.
          if (wheel.deltaX === 0) wheel.currentTarget.scrollLeft += wheel.deltaY
        }}
      >
        <div
          ref={list}
          className={styles['list']}
          role="tablist"
          aria-label={t(msg('Documents'))}
          tabIndex={-1}
          onKeyDown={handleKeyDown}
        >
          {keys.map((key, index) => (
            <Tab
              key={key}
              documentKey={key}
              index={index}
              isActive={key === activeKey}
              isShown={key === activeKey && !isPairingShown}
            />
          ))}
        </div>
        {keys.map((key, index) => (
          <CloseButton key={key} documentKey={key} index={index} />
        ))}
      </div>
      {(before || after) && <DocumentsMenu />}
    </>
  )
}

interface TabProps {
  readonly documentKey: DocumentKey
  /** Its place among the tabs, 0-based. */
  readonly index: number
}

function Tab({
  documentKey,
  index,
  isActive,
  isShown,
}: TabProps & {
  /** The keyboard comes to it first. */
  readonly isActive: boolean
  readonly isShown: boolean
}): JSX.Element {
  const { t } = useTranslator()
  const name = useDocument(documentKey, (tab) => tab.name)
  const isEdited = useDocument(documentKey, hasChanges)
  const namesakes = useApp(({ documents }) => namesakesBefore(documents, documentKey))
  return (
    <button
      type="button"
      role="tab"
      className={styles['tab']}
      style={{ order: 2 * index }}
      aria-selected={isShown}
      tabIndex={isActive ? 0 : -1}
      title={isEdited ? t(msg('{name} (edited)', { name })) : name}
      onClick={() => activateDocument(documentKey)}
      onAuxClick={(click) => click.button === 1 && closeDocument(documentKey)}
    >
      <span className={styles['dot']} data-edited={isEdited ? '' : undefined} aria-hidden />
      <span className={styles['name']} dir="auto">
        {name}
      </span>
      {namesakes > 0 && <span className={styles['number']}>{namesakes + 1}</span>}
    </button>
  )
}

function CloseButton({ documentKey, index }: TabProps): JSX.Element {
  const { t } = useTranslator()
  const name = useDocument(documentKey, (tab) => tab.name)
  return (
    <button
      type="button"
      className={styles['close']}
      style={{ order: 2 * index + 1 }}
      aria-label={t(msg('Close {name}', { name }))}
      title={t(msg('Close {name}', { name }))}
      onClick={() => closeDocument(documentKey)}
    >
      <X aria-hidden />
    </button>
  )
}

/** How many tabs of the same name were opened earlier. */
function namesakesBefore(documents: readonly DocumentTab[], key: DocumentKey): number {
  const at = documents.findIndex((tab) => tab.key === key)
  const name = documents[at]?.name
  return documents.slice(0, at).filter((tab) => tab.name === name).length
}

function selectedTab(list: HTMLElement | null): HTMLElement | null {
  return list?.querySelector<HTMLElement>('[aria-selected="true"]') ?? null
}
