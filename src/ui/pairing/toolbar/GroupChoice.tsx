// Rows by a part of their ids: before a separator, or by a pattern.
import { type JSX, useState } from 'react'
import { present } from '../../../base/assert.ts'
import type { CompileExpression } from '../../../expressions/expressions.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { groupReader, type GroupRule } from '../../../pairing/keyGroups.ts'
import { useTranslator } from '../../../state/language.ts'
import { usePairing } from '../../../state/pairing/pairingStore.ts'
import { setPairGroup } from '../../../state/pairing/pairView.ts'
import { useExpressions } from '../../controls/useExpressions.ts'
import styles from './PairToolbar.module.css'

type Kind = GroupRule['kind'] | 'none'

const kinds: readonly { readonly kind: Kind; readonly title: Message }[] = [
  { kind: 'none', title: msg('No groups') },
  { kind: 'beforeLast', title: msg('Before the last') },
  { kind: 'beforeFirst', title: msg('Before the first') },
  { kind: 'pattern', title: msg('By a pattern') },
]

/** What ids are most often put together with, and the number that many of them end in. */
const USUAL_SEPARATOR = '_'
const USUAL_PATTERN = '^(.*?)[-_]?\\d+$'

export function GroupChoice(): JSX.Element {
  const { t } = useTranslator()
  const group = usePairing((state) => state.view.group)
  const [separator, setSeparator] = useState(
    group && group.kind !== 'pattern' ? group.separator : USUAL_SEPARATOR,
  )
  const [pattern, setPattern] = useState(group?.kind === 'pattern' ? group.pattern : USUAL_PATTERN)
  const [kind, setKind] = useState<Kind>(group?.kind ?? 'none')
  const rule = ruleOf(kind, separator, pattern)
  const compile = useExpressions(kind === 'pattern')
  const problem = problemOf(rule, compile)

  const apply = (next: GroupRule | undefined) => {
    if (problemOf(next, compile) === undefined) setPairGroup(next)
  }
  const choose = (chosen: Kind) => {
    setKind(chosen)
    apply(ruleOf(chosen, separator, pattern))
  }
  const type = (text: string) => {
    if (kind === 'pattern') setPattern(text)
    else setSeparator(text)
    apply(kind === 'pattern' ? { kind, pattern: text } : ruleOf(kind, text, pattern))
  }
  return (
    <div className={styles['field']}>
      <select
        className={styles['select']}
        aria-label={t(msg('Group by a part of the id'))}
        title={t(msg('A row for each group of ids that share a part'))}
        value={kind}
        onChange={(chosen) => choose(chosen.currentTarget.value as Kind)}
      >
        {kinds.map((entry) => (
          <option key={entry.kind} value={entry.kind}>
            {t(entry.title)}
          </option>
        ))}
      </select>
      {kind !== 'none' && (
        <input
          className={styles['rule']}
          data-wide={kind === 'pattern' || undefined}
          aria-label={
            kind === 'pattern' ? t(msg('Pattern of the group')) : t(msg('Separator in the id'))
          }
          aria-invalid={problem !== undefined}
          title={
            problem
              ? t(problem)
              : kind === 'pattern'
                ? t(msg('A regular expression; its first pair of brackets names the group'))
                : t(msg('The group is named by what stands before it'))
          }
          autoComplete="off"
          spellCheck={false}
          value={kind === 'pattern' ? pattern : separator}
          onChange={(typed) => type(typed.currentTarget.value)}
        />
      )}
    </div>
  )
}

/** Why ids cannot be grouped by a rule; a pattern is tried by the worker while `compile` is not there. */
function problemOf(
  rule: GroupRule | undefined,
  compile: CompileExpression | undefined,
): Message | undefined {
  if (rule === undefined || (rule.kind === 'pattern' && !compile)) return undefined
  const reader = groupReader(rule, () => present(compile, 'the engine of patterns'))
  return reader.ok ? undefined : reader.failure.message
}

function ruleOf(kind: Kind, separator: string, pattern: string): GroupRule | undefined {
  if (kind === 'none') return undefined
  return kind === 'pattern' ? { kind, pattern } : { kind, separator }
}
