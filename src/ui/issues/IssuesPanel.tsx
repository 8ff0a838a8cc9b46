// The left panel: what is wrong, how often, and what is known about the file.
import { ChevronDown, ChevronRight, ChevronUp, CircleCheck, X } from 'lucide-react'
import { type JSX, memo, useDeferredValue, useId, useRef, useState } from 'react'
import { msg } from '../../i18n/message.ts'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import { goToIssue } from '../../state/actions/lines.ts'
import { hasClient } from '../../state/clients.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import type { DocumentTab } from '../../state/store.ts'
import { useTokenLimits } from '../../state/tokenLimit/tokenLimits.ts'
import { withTokenFindings } from '../../state/tokenLimit/tokenUse.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { IgnoredList } from '../codes/IgnoredList.tsx'
import { Button } from '../controls/Button.tsx'
import { CauseItem } from './CauseItem.tsx'
import { countIssues } from './countIssues.ts'
import { FileFacts } from './FileFacts.tsx'
import { FileFindingItem } from './FileFindingItem.tsx'
import { type Issue, orderIssues } from './orderIssues.ts'
import { useHold } from './useHold.ts'
import { type PlacedIssue, useIssueOrder } from './useIssueOrder.ts'
import { useNextFix } from './useNextFix.ts'
import styles from './IssuesPanel.module.css'

export function IssuesPanel(): JSX.Element {
  const { t } = useTranslator()
  // Rendered after the table, which is what people wait for.
  const known = useDeferredValue(useActive((tab) => tab.facts))
  const limits = useTokenLimits((state) => state.limits)
  const facts = known && withTokenFindings(known, limits)
  const hasWorker = useActive(({ key }) => hasClient(key))
  const shown = useActive(shownCode)
  const canFix = facts?.state === 'ready' && hasWorker
  const canWalk = (facts?.invalid ?? 0) + (facts?.warnings ?? 0) + (facts?.attention ?? 0) > 0
  const key = useDeferredValue(useActive((tab) => tab.key))
  const issues = useRef<HTMLElement>(null)
  const isHeld = useHold(issues)
  useNextFix(issues)
  return (
    <div className={styles['panel']}>
      <section aria-label={t(msg('Issues'))} ref={issues}>
        <Head total={facts && countIssues(facts)} canWalk={canWalk} />
        {facts && (
          <IssueList
            // Those of another file, or as another format, are others.
            key={`${key} ${facts.formatId}`}
            isHeld={isHeld}
            causes={facts.causes}
            fileFindings={facts.fileFindings}
            isReading={facts.state === 'reading'}
            isWhole={facts.state !== 'failed'}
            shownCode={shown}
            canFix={canFix}
          />
        )}
      </section>
      {facts && <IgnoredList ignored={facts.ignored} />}
      {/* There before anything is known, so that little is left to draw when the first facts come. */}
      <section aria-label={t(msg('File'))} hidden={!facts}>
        <div className={styles['head']}>
          <h2>{t(msg('File'))}</h2>
        </div>
        <FileFacts facts={facts} canChange={canFix} />
      </section>
    </div>
  )
}

interface HeadProps {
  /** Undefined while nothing is known. */
  readonly total: number | undefined
  readonly canWalk: boolean
}

const Head = memo(function Head({ total, canWalk }: HeadProps): JSX.Element {
  const { t, number } = useTranslator()
  return (
    <div className={styles['head']}>
      <h2>{t(msg('Issues'))}</h2>
      <span className={`growing ${styles['total']}`}>
        {total === undefined ? '' : number(total)}
      </span>
      <Button
        size="icon"
        aria-label={t(msg('Previous issue'))}
        title={t(msg('Previous issue (Shift F8)'))}
        disabled={!canWalk}
        onClick={() => walk(-1)}
      >
        <ChevronUp aria-hidden />
      </Button>
      <Button
        size="icon"
        aria-label={t(msg('Next issue'))}
        title={t(msg('Next issue (F8)'))}
        disabled={!canWalk}
        onClick={() => walk(1)}
      >
        <ChevronDown aria-hidden />
      </Button>
      <Button
        size="icon"
        className={styles['close']}
        aria-label={t(msg('Close issues'))}
        onClick={() => setPanelOpen(false)}
      >
        <X aria-hidden />
      </Button>
    </div>
  )
})

function walk(direction: -1 | 1): void {
  setPanelOpen(false)
  void goToIssue(direction)
}

interface IssueListProps extends Pick<DocumentFacts, 'causes' | 'fileFindings'> {
  readonly isReading: boolean
  /** Someone is at the list: nothing in it moves. */
  readonly isHeld: boolean
  /** False: reading ended early, and nothing is known of the rest. */
  readonly isWhole: boolean
  readonly shownCode: string | undefined
  readonly canFix: boolean
}

const IssueList = memo(function IssueList({
  causes,
  fileFindings,
  isReading,
  isHeld,
  isWhole,
  shownCode: shown,
  canFix,
}: IssueListProps): JSX.Element {
  const { t } = useTranslator()
  const { issues, hints } = orderIssues({ causes, fileFindings })
  const order = useIssueOrder(issues, { isReading, isHeld })
  return (
    <>
      {order.length === 0 ? (
        <p className={styles['none']}>
          {isReading ? (
            t(msg('No issues so far'))
          ) : !isWhole ? (
            t(msg('Not read to its end'))
          ) : (
            <>
              <CircleCheck aria-hidden />
              {hints.length === 0 ? t(msg('No issues found')) : t(msg('No errors or warnings'))}
            </>
          )}
        </p>
      ) : (
        <ul className={styles['list']}>
          {order.map((placed) => (
            <IssueItem key={placed.issue.code} placed={placed} shownCode={shown} canFix={canFix} />
          ))}
        </ul>
      )}
      {hints.length > 0 && (
        <Hints
          hints={hints}
          isReading={isReading}
          isHeld={isHeld}
          shownCode={shown}
          canFix={canFix}
        />
      )}
    </>
  )
})

interface HintsProps extends Pick<IssueListProps, 'isReading' | 'isHeld' | 'shownCode' | 'canFix'> {
  readonly hints: readonly Issue[]
}

/** What stops no one, folded until someone asks for it. */
function Hints({ hints, isReading, isHeld, shownCode: shown, canFix }: HintsProps): JSX.Element {
  const { t } = useTranslator()
  const order = useIssueOrder(hints, { isReading, isHeld })
  const [isUnfolded, setUnfolded] = useState(false)
  const listId = useId()
  // Lines are shown for one of them: what they are shown for is seen.
  const isOpen = isUnfolded || hints.some(({ code }) => code === shown)
  return (
    <>
      <button
        type="button"
        className={styles['fold']}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setUnfolded(!isOpen)}
      >
        {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
        {t(msg('{count, plural, one {# hint} other {# hints}}', { count: hints.length }))}
      </button>
      <ul id={listId} className={styles['list']} hidden={!isOpen}>
        {order.map((placed) => (
          <IssueItem key={placed.issue.code} placed={placed} shownCode={shown} canFix={canFix} />
        ))}
      </ul>
    </>
  )
}

interface IssueItemProps extends Pick<IssueListProps, 'shownCode' | 'canFix'> {
  readonly placed: PlacedIssue<Issue>
}

function IssueItem({ placed, shownCode: shown, canFix }: IssueItemProps): JSX.Element {
  const { issue, isGone } = placed
  return 'count' in issue ? (
    <CauseItem cause={issue} isShown={issue.code === shown} canFix={canFix} isGone={isGone} />
  ) : (
    <FileFindingItem finding={issue} canFix={canFix} isGone={isGone} />
  )
}

function shownCode({ view }: DocumentTab): string | undefined {
  return view.kind === 'cause' ? view.code : undefined
}
