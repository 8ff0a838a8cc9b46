// The bar at the foot: the document in numbers, running work, and the promise.
import { ShieldCheck } from 'lucide-react'
import type { JSX, ReactNode } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import { useActiveDocument, useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import type { DocumentTab } from '../../state/store.ts'
import { type TokenLimits, useTokenLimits } from '../../state/tokenLimit/tokenLimits.ts'
import { withTokenFindings } from '../../state/tokenLimit/tokenUse.ts'
import { Button } from '../controls/Button.tsx'
import { countIssues } from '../issues/countIssues.ts'
import { ChosenBar } from './ChosenBar.tsx'
import { DocumentStatus } from './DocumentStatus.tsx'
import { NotWholeMark } from './NotWholeMark.tsx'
import { RunningJobs } from './RunningJobs.tsx'
import styles from './StatusBar.module.css'

/** The status is laid out by the bar. */
const noBox = { display: 'contents' } as const

export function StatusBar(): JSX.Element {
  const { t, rich } = useTranslator()
  const tab = useActiveDocument()
  const limits = useTokenLimits((state) => state.limits)
  const isPanelOpen = useApp((state) => state.isPanelOpen)
  const isPairingShown = useApp((state) => state.isPairingShown)
  // From the first time that the panel is open, something may have been sent.
  const promise = useApp((state) => state.runCalls > 0)
    ? msg('Sent only by you <rest>· in “Run batch”</rest>')
    : msg('0 bytes sent <rest>· nothing leaves this page</rest>')
  return (
    <footer className={styles['bar']}>
      {tab && (
        <Button
          size="small"
          look="outlined"
          className={styles['issues']}
          aria-expanded={isPanelOpen}
          onClick={() => setPanelOpen(!isPanelOpen)}
        >
          {t(isPairingShown ? msg('Summary') : issuesText(tab, limits))}
        </Button>
      )}
      {/* Beside the pairs they would be taken for facts about these. */}
      <div
        className={isPairingShown ? 'visuallyHidden' : undefined}
        style={isPairingShown ? undefined : noBox}
      >
        <DocumentStatus tab={tab} />
      </div>
      {tab && !isPairingShown && <NotWholeMark tab={tab} />}
      <ChosenBar count={isPairingShown ? 0 : (tab?.facts?.chosen ?? 0)} />
      <div className={styles['right']}>
        {tab && <RunningJobs tab={tab} />}
        <span className={styles['privacy']}>
          <ShieldCheck aria-hidden />
          <span>
            {rich<ReactNode>(promise, {
              rest: (words) => (
                <span key="rest" className={styles['rest']}>
                  {words}
                </span>
              ),
            })}
          </span>
        </span>
      </div>
    </footer>
  )
}

function issuesText({ facts }: DocumentTab, limits: TokenLimits['limits']): Message {
  if (!facts) return msg('Issues')
  return msg('Issues {count, number}', { count: countIssues(withTokenFindings(facts, limits)) })
}
