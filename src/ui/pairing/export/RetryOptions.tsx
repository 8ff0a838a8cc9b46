// What is sent again, and what is changed in it.
import type { JSX } from 'react'
import { UNUSABLE_TITLES, type Unusable } from '../../../pairing/usability.ts'
import { choosePairExport, useExportPairs } from '../../../state/pairing/exportPairs.ts'
import { parseTokenLimit, type RetryChoices } from '../../../state/pairing/exportChoices.ts'
import type { PairingFacts } from '../../../contracts/pairingApi.ts'
import { CheckRow } from './CheckRow.tsx'
import styles from './ExportOptions.module.css'
import { TextRow } from './TextRow.tsx'

export function RetryForm({ facts }: { readonly facts: PairingFacts }): JSX.Element {
  const retry = useExportPairs(({ choices }) => choices.retry)
  const change = (part: Partial<RetryChoices>): void =>
    choosePairExport({ retry: { ...retry, ...part } })
  const limit = parseTokenLimit(retry.tokenLimit)
  const { checkingJson } = facts
  return (
    <>
      <fieldset className={styles['group']}>
        <legend>Send again</legend>
        <CheckRow
          title="Failed"
          count={facts.failed}
          isChecked={retry.failed}
          onCheck={(failed) => change({ failed })}
        />
        <CheckRow
          title="Missing"
          count={facts.missing}
          isChecked={retry.missing}
          onCheck={(missing) => change({ missing })}
        />
        {unusableOf(facts, retry.unusable).map(({ value, count }) => (
          <CheckRow
            key={value}
            title={UNUSABLE_TITLES[value]}
            count={count}
            isChecked={retry.unusable.includes(value)}
            onCheck={(isChecked) => change({ unusable: ticked(retry.unusable, value, isChecked) })}
          />
        ))}
        {checkingJson && (
          <p className={styles['hint']}>
            Answers are still being validated as JSON; more may turn out to be of no use.
          </p>
        )}
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>Change in the requests</legend>
        <TextRow
          title="Model"
          placeholder="as in the requests"
          value={retry.model}
          onType={(model) => change({ model })}
        />
        <TextRow
          title="Token limit"
          isNumber
          placeholder="as in the requests"
          hint="Only where a request has a lower limit or none."
          problem={limit.ok ? undefined : limit.failure.message}
          value={retry.tokenLimit}
          onType={(tokenLimit) => change({ tokenLimit })}
        />
        <TextRow
          title="Suffix for ids"
          placeholder="none, such as -retry"
          value={retry.idSuffix}
          onType={(idSuffix) => change({ idSuffix })}
        />
      </fieldset>
    </>
  )
}

/** Reasons that there are, and those that were ticked while there were some. */
function unusableOf({ summary }: PairingFacts, chosen: readonly Unusable[]) {
  const there = summary?.unusable ?? []
  const gone = chosen.filter((reason) => !there.some(({ value }) => value === reason))
  return [...there, ...gone.map((value) => ({ value, count: 0 }))]
}

function ticked(
  reasons: readonly Unusable[],
  reason: Unusable,
  isTicked: boolean,
): readonly Unusable[] {
  const others = reasons.filter((other) => other !== reason)
  return isTicked ? [...others, reason] : others
}
