// What is loaded apart from the first screen: it would only delay that. All of it but the
// panel that runs batches is fetched ahead of need, after which the page works without a network.
import type { JSX } from 'react'
import { loadExpressions } from '../../expressions/expressions.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { withPairing } from '../../state/pairing/withPairing.ts'
import { whenIdle } from '../../state/whenIdle.ts'
import { preloadFindingMenu } from '../codes/FindingMenuButton.tsx'
import { preloadWhy } from '../codes/WhyButton.tsx'
import { addCommands } from '../commands/registry.ts'
import { lazyPart } from '../controls/lazyPart.tsx'
import { preloadQueries } from '../lines/queryParts.ts'
import { preloadHeaderMenu } from '../lines/HeaderMenuButton.tsx'
import { preloadLinesMenu } from '../lines/LinesMenuButton.tsx'
import { ModalPanel } from '../controls/SidePanel.tsx'
import {
  DocumentsMenu,
  LanguageMenu,
  MoreMenu,
  SaveMenu,
  ThemeMenu,
} from '../toolbar/lazyMenus.tsx'
import styles from './App.module.css'
import { DuplicatesDialog } from './duplicatesPart.ts'
import { ColumnsDialog, FieldsPanel } from './fieldsPart.ts'

export const Workspace = lazyPart(async () => (await import('./Workspace.tsx')).Workspace)

export const PairingView = lazyPart(
  async () => {
    const part = await import('./pairingPart.ts')
    addCommands(part.commands)
    return part.PairingView
  },
  <Loading words={msg('Loading')} />,
)

export const LineEditor = lazyPart(
  async () => (await import('../lineEditor/LineEditor.tsx')).LineEditor,
  <Loading words={msg('Loading the editor')} />,
)

/** Only what people open connects anywhere: it is not fetched ahead of need. */
export const RunPlace = lazyPart(async () => {
  const part = await import('./runPart.ts')
  addCommands(part.commands)
  return part.RunPlace
})

export const NewBatchView = lazyPart(
  async () => (await import('../newBatch/NewBatchView.tsx')).NewBatchView,
  <Loading words={msg('Loading')} />,
)

export const TooltipLayer = lazyPart(
  async () => (await import('./tooltips/TooltipLayer.tsx')).TooltipLayer,
)

export const DialogOnTop = lazyPart(async () => (await import('./DialogOnTop.tsx')).DialogOnTop)

/** In the order in which they are likely to be needed. */
export function preloadParts(): void {
  void Workspace.preload()
  whenIdle(() => {
    void ThemeMenu.preload()
    void LanguageMenu.preload()
    void MoreMenu.preload()
    void SaveMenu.preload()
    void DocumentsMenu.preload()
    void DialogOnTop.preload()
    void ModalPanel.preload()
    void LineEditor.preload()
    void import('./foresightPart.ts')
    // The worker that counts, and its tables of megabytes, are not: only who opens requests needs them.
    import('../issues/tokens/TokensPart.tsx').catch(() => {})
    import('../split/SplitDialog.tsx').catch(() => {})
    import('../../state/splitting/split.ts').catch(() => {})
    void preloadFindingMenu()
    void preloadWhy()
    void preloadHeaderMenu()
    void preloadLinesMenu()
    preloadQueries()
    void FieldsPanel.preload()
    void ColumnsDialog.preload()
    void DuplicatesDialog.preload()
    void PairingView.preload()
    void NewBatchView.preload()
    void withPairing((pairing) => pairing.preparePairing())
    void import('../text/createLineView.ts')
    loadExpressions().catch(() => {})
  })
}

function Loading({ words }: { readonly words: Message }): JSX.Element {
  const { t } = useTranslator()
  return <p className={styles['loading']}>{t(words)}</p>
}
