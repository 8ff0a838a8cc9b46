// The left panel: what is wrong, how often, and what is known about the file.
import { ChevronDown, ChevronUp, CircleCheck, X } from 'lucide-react'
import type { JSX } from 'react'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import { goToIssue } from '../../state/actions/lines.ts'
import { groupNumber } from '../../state/formatNumber.ts'
import { hasClient } from '../../state/clients.ts'
import type { DocumentTab } from '../../state/store.ts'
import type { DocumentFacts } from '../../worker/documentApi.ts'
import { Button } from '../controls/Button.tsx'
import { CauseItem } from './CauseItem.tsx'
import { FileFacts } from './FileFacts.tsx'
import { FileFindingItem } from './FileFindingItem.tsx'
import { countIssues } from './countIssues.ts'
import styles from './IssuesPanel.module.css'

export function IssuesPanel({ tab }: { readonly tab: DocumentTab }): JSX.Element {
  const { facts } = tab
  const canFix = facts?.state === 'ready' && hasClient(tab.key)
  const canWalk = (facts?.invalid ?? 0) + (facts?.warnings ?? 0) > 0
  return (
    <div className={styles['panel']}>
      <section aria-label="Issues">
        <div className={styles['head']}>
          <h2>Issues</h2>
          <span className={styles['total']}>{facts ? groupNumber(countIssues(facts)) : ''}</span>
          <Button
            size="icon"
            aria-label="Previous issue"
            title="Previous issue (Shift F8)"
            disabled={!canWalk}
            onClick={() => void goToIssue(-1)}
          >
            <ChevronUp aria-hidden />
          </Button>
          <Button
            size="icon"
            aria-label="Next issue"
            title="Next issue (F8)"
            disabled={!canWalk}
            onClick={() => void goToIssue(1)}
          >
            <ChevronDown aria-hidden />
          </Button>
          <Button
            size="icon"
            className={styles['close']}
            aria-label="Close issues"
            onClick={() => setPanelOpen(false)}
          >
            <X aria-hidden />
          </Button>
        </div>
        {facts && <IssueList facts={facts} shownCode={shownCode(tab)} canFix={canFix} />}
      </section>
      {facts && (
        <section aria-label="File">
          <div className={styles['head']}>
            <h2>File</h2>
          </div>
          <FileFacts facts={facts} canChange={canFix} key={tab.key} />
        </section>
      )}
    </div>
  )
}

interface IssueListProps {
  readonly facts: DocumentFacts
  readonly shownCode: string | undefined
  readonly canFix: boolean
}

function IssueList({ facts, shownCode: shown, canFix }: IssueListProps): JSX.Element {
  if (facts.causes.length === 0 && facts.fileFindings.length === 0) {
    return (
      <p className={styles['none']}>
        {facts.state === 'reading' ? (
          'No issues so far'
        ) : (
          <>
            <CircleCheck aria-hidden /> No issues found
          </>
        )}
      </p>
    )
  }
  return (
    <ul className={styles['list']}>
      {facts.fileFindings.map((finding) => (
        <FileFindingItem key={finding.code} finding={finding} canFix={canFix} />
      ))}
      {facts.causes.map((cause) => (
        <CauseItem key={cause.code} cause={cause} isShown={cause.code === shown} canFix={canFix} />
      ))}
    </ul>
  )
}

function shownCode({ view }: DocumentTab): string | undefined {
  return view.kind === 'cause' ? view.code : undefined
}
