// One field more closely: its figures, how its values are spread, its values. What is pressed shows its lines.
import { type JSX, useEffect } from 'react'
import { barsOf } from '../../fields/figureBars.ts'
import {
  type FieldFigures,
  type FigurePath,
  isAnyKey,
  MAX_KEYS,
  queryPath,
} from '../../fields/fieldFigures.ts'
import { HISTOGRAM_BINS } from '../../fields/histogramEdges.ts'
import type { FieldPath } from '../../fields/fieldPath.ts'
import { formatFieldPath } from '../../fields/fieldPathText.ts'
import { msg } from '../../i18n/message.ts'
import { setRaw } from '../../state/actions/lines.ts'
import { isFieldColumn } from '../../state/columns/columnOfField.ts'
import { showFieldColumn } from '../../state/columns/columns.ts'
import { countSpread, stopSpread } from '../../state/fields/fields.ts'
import { type Spread, spreadOf, useFields } from '../../state/fields/fieldsStore.ts'
import { pressHint, showLinesOf } from '../../state/fields/showLines.ts'
import { SMALL_DOCUMENT } from '../../state/fields/wantedFigures.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { useMedia } from '../controls/useMedia.ts'
import { FieldBars } from './FieldBars.tsx'
import { figureSentences } from './figureSentences.ts'
import styles from './FieldsPanel.module.css'
import { FieldValues } from './FieldValues.tsx'

interface FieldDetailsProps {
  readonly field: FieldFigures
  readonly path: FigurePath
  readonly name: string
  readonly lines: number
}

/** Where fingers press, bars are as wide as these. */
const FEW_BARS = 5

export function FieldDetails({ field, path, name, lines }: FieldDetailsProps): JSX.Element {
  const translator = useTranslator()
  const { t } = translator
  const asked = queryPath(path)
  const spread = useSpread(field, path, name)
  const isCoarse = useMedia('(pointer: coarse)')
  const bars =
    spread?.details && barsOf(path, field, spread.details, isCoarse ? FEW_BARS : HISTOGRAM_BINS)
  return (
    <div className={styles['details']}>
      {figureSentences(field, spread?.details?.values, translator).map((figure) => (
        <p key={t(figure)}>{t(figure)}</p>
      ))}
      {isAnyKey(path.at(-1)) && (
        <p>
          {t(
            msg(
              'These objects have more than {most, number} different keys: all of them are counted as one field.',
              { most: MAX_KEYS },
            ),
          )}
        </p>
      )}
      {bars?.map((one) => (
        <FieldBars key={one.of} bars={one} />
      ))}
      <FieldValues field={field} asked={asked} details={spread?.details?.values} />
      {isSpread(field) && spread?.state !== 'done' && (
        <SpreadNote spread={spread} name={name} onCount={() => void countSpread(path)} />
      )}
      {asked && <Acts asked={asked} missing={lines - field.lines} />}
    </div>
  )
}

/** What is known of how the values are spread: asked for at once where that is quick. */
function useSpread(field: FieldFigures, path: FigurePath, name: string): Spread | undefined {
  const figures = useFields(({ counted }) => counted?.result?.figures)
  const isCounting = useFields(({ counted }) => counted?.state === 'counting')
  const spread = useFields((state) => spreadOf(state, name))
  const bytes = useActive(({ facts }) => (facts ? facts.bytes / Math.max(1, facts.lines) : 0))
  const isQuick = bytes * (figures?.viewLines ?? 0) <= SMALL_DOCUMENT
  const isKnown = spread?.of === figures
  const isWanted = isSpread(field) && isQuick && !isCounting && !isKnown
  useEffect(() => {
    if (isWanted) void countSpread(path)
  }, [isWanted, path])
  // Older ones stand until there are others, if these are asked for.
  return isKnown || isQuick ? spread : undefined
}

/** Whether there is more to say than the figures do. */
function isSpread({ arrays, distinct, numbers, strings }: FieldFigures): boolean {
  const differs = (range: { min: number; max: number } | undefined): boolean =>
    range !== undefined && range.min < range.max
  return (
    differs(arrays) ||
    differs(numbers) ||
    differs(strings) ||
    (distinct !== undefined && distinct.count > 1)
  )
}

interface SpreadNoteProps {
  readonly spread: Spread | undefined
  readonly name: string
  readonly onCount: () => void
}

function SpreadNote({ spread, name, onCount }: SpreadNoteProps): JSX.Element | null {
  const { t } = useTranslator()
  if (spread?.state === 'waiting' || spread?.state === 'counting') {
    const { progress } = spread
    return (
      <div className={styles['acts']}>
        <ProgressBar
          label={t(msg('Counting the values of a field'))}
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
        />
        <Button size="small" onClick={() => stopSpread(name)}>
          {t(msg('Cancel'))}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles['acts']}>
      {spread?.problem && <p role="alert">{t(spread.problem)}</p>}
      <Button size="small" look="outlined" onClick={onCount}>
        {t(msg('Show how values are spread'))}
      </Button>
    </div>
  )
}

interface ActsProps {
  readonly asked: FieldPath
  readonly missing: number
}

function Acts({ asked, missing }: ActsProps): JSX.Element {
  const { t } = useTranslator()
  const hint = t(useActive(pressHint))
  const text = formatFieldPath(asked)
  const isRaw = useActive((tab) => tab.isRaw)
  const isColumn = useActive(({ facts }) => isFieldColumn(facts, text))
  return (
    <div className={styles['acts']}>
      <Button
        size="small"
        look="outlined"
        disabled={isColumn && !isRaw}
        onClick={() => {
          // Raw text has no columns.
          if (isRaw) setRaw(false)
          showFieldColumn(text)
        }}
      >
        {isColumn && !isRaw ? t(msg('Is a column')) : t(msg('Show as column'))}
      </Button>
      {missing > 0 && (
        <Button
          size="small"
          look="outlined"
          title={hint}
          data-count={missing}
          onClick={({ shiftKey }) =>
            showLinesOf({ kind: 'not', term: { kind: 'exists', field: asked } }, shiftKey)
          }
        >
          {t(msg('{count, plural, one {# line} other {# lines}} without it', { count: missing }))}
        </Button>
      )}
    </div>
  )
}
