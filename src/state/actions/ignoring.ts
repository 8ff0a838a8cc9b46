// Codes that are switched off, in one document or in all: a setting of the page, which every worker is told when
// it opens its file and whenever it changes. No edit, so there is no step of undo and no entry in the log.
import { type Message, msg } from '../../i18n/message.ts'
import { storeAlwaysIgnored } from '../persistence.ts'
import { activeDocument, type DocumentKey, findDocument, store, updateDocument } from '../store.ts'
import { showMessage } from './messages.ts'
import { tellSetting } from './tellSetting.ts'

/** In alphabetical order. */
export function ignoredIn(key: DocumentKey): readonly string[] {
  const codes = [...store.getState().alwaysIgnored, ...(findDocument(key)?.ignored ?? [])]
  return [...new Set(codes)].sort()
}

/** Switches a code off in the active document, or in every file from now on. `title`: of its findings. */
export function ignoreCode(code: string, title: Message, reach: 'document' | 'always'): void {
  const tab = activeDocument()
  if (!tab) return
  if (reach === 'always') setAlwaysIgnored([...store.getState().alwaysIgnored, code])
  else setIgnoredHere(tab.key, [...tab.ignored, code])
  // Its lines are shown no more as those of an issue.
  if (tab.view.kind === 'cause' && tab.view.code === code) {
    updateDocument(tab.key, { view: { kind: 'all' } })
  }
  const text =
    reach === 'always'
      ? msg('Ignored in every file: {title}', { title })
      : msg('Ignored in this file: {title}', { title })
  const run = (): void => showCodeAgain(code, tab.key)
  showMessage('status', text, { label: msg('Show again'), run })
}

/** Switches a code on again in a document, the active one by default, and everywhere if it was off everywhere. */
export function showCodeAgain(code: string, key = store.getState().activeKey): void {
  const others = (codes: readonly string[]): readonly string[] =>
    codes.filter((one) => one !== code)
  const tab = findDocument(key)
  if (tab?.ignored.includes(code)) setIgnoredHere(tab.key, others(tab.ignored))
  const { alwaysIgnored } = store.getState()
  if (alwaysIgnored.includes(code)) setAlwaysIgnored(others(alwaysIgnored))
}

function setIgnoredHere(key: DocumentKey, ignored: readonly string[]): void {
  updateDocument(key, { ignored })
  void tellIgnored(key)
}

function setAlwaysIgnored(codes: readonly string[]): void {
  const alwaysIgnored = [...new Set(codes)].sort()
  store.setState({ alwaysIgnored })
  storeAlwaysIgnored(alwaysIgnored)
  for (const { key } of store.getState().documents) void tellIgnored(key)
}

/** Tells the document's worker which codes are switched off now, and shows what it makes of that. */
export async function tellIgnored(key: DocumentKey): Promise<void> {
  await tellSetting(key, (client) => client.setIgnored(ignoredIn(key)))
}
