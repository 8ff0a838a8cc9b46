// What is known about the file: how much of each limit is used, its format, model, endpoint.
import { ChartNoAxesColumn, TriangleAlert } from 'lucide-react'
import { type JSX, memo } from 'react'
import { msg } from '../../i18n/message.ts'
import { useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { withPairing } from '../../state/pairing/withPairing.ts'
import type { DocumentFacts, FormatInfo, LimitMeter } from '../../contracts/documentApi.ts'
import { Button } from '../controls/Button.tsx'
import styles from './FileFacts.module.css'
import { FormatChoice, ProviderChoice } from './FormatChoice.tsx'

export interface FileFactsProps {
  readonly facts: DocumentFacts | undefined
  /** Whether the document takes another format at the moment. */
  readonly canChange: boolean
}

export function FileFacts({ facts, canChange }: FileFactsProps): JSX.Element {
  const { t } = useTranslator()
  const variants = useVariants(facts?.formatId)
  return (
    <>
      {facts?.holdsResults === true && (
        <Button
          size="small"
          look="outlined"
          className={styles['outcomes']}
          onClick={() => void withPairing((pairing) => pairing.pairDocuments())}
        >
          <ChartNoAxesColumn aria-hidden /> {t(msg('See outcomes, tokens and cost'))}
        </Button>
      )}
      {facts?.meters.map((meter) => (
        <Meter key={t(meter.title)} meter={meter} />
      ))}
      <dl className={styles['entries']}>
        <div className={styles['entry']}>
          <dt>{t(msg('Format'))}</dt>
          <dd>
            <FormatChoice
              formatId={facts?.formatId ?? null}
              title={facts && t(facts.formatTitle)}
              isDetected={facts?.formatDetected ?? true}
              canChange={canChange}
            />
          </dd>
        </div>
        {variants.length > 1 && (
          <div className={styles['entry']}>
            <dt>{t(msg('These are for'))}</dt>
            <dd>
              <ProviderChoice
                formatId={facts?.formatId ?? null}
                isDetected={facts?.formatDetected ?? true}
                canChange={canChange}
                variants={variants}
              />
            </dd>
          </div>
        )}
        {facts?.entries.map((entry) => (
          <div className={styles['entry']} key={t(entry.title)}>
            <dt>{t(entry.title)}</dt>
            <dd>{t(entry.value)}</dd>
          </div>
        ))}
      </dl>
      {facts?.shapesFull && (
        <p className={styles['note']}>
          {t(
            msg(
              'More than {shapes, number} different shapes of lines: the rest is validated one by one, which is slower. Every line is validated.',
              { shapes: facts.shapes },
            ),
          )}
        </p>
      )}
    </>
  )
}

/** The formats of the same kind that are someone's, when this one is. */
function useVariants(formatId: string | undefined): readonly FormatInfo[] {
  const { t, compare } = useTranslator()
  const formats = useApp((state) => state.catalogue?.formats) ?? []
  const format = formats.find(({ id }) => id === formatId)
  if (format?.provider === undefined) return []
  const nameOf = ({ provider }: FormatInfo) => (provider ? t(provider) : '')
  return formats
    .filter(({ kind, provider }) => kind === format.kind && provider !== undefined)
    .toSorted((a, b) => compare(nameOf(a), nameOf(b)))
}

const Meter = memo(function Meter({ meter }: { readonly meter: LimitMeter }): JSX.Element {
  const { t, number, bytes } = useTranslator()
  const { limit, of, used } = meter
  const title = t(meter.title)
  const show = of === 'bytes' ? bytes : number
  const share = limit > 0 ? used / limit : 0
  const level = share > 1 ? 'over' : 'fine'
  return (
    <div className={styles['meter']} data-level={level}>
      <div className={styles['meterText']}>
        <span>{title}</span>
        <span>
          {level === 'over' && (
            <span className={styles['over']} title={t(msg('Over the limit'))}>
              <TriangleAlert aria-hidden />
              <span className="visuallyHidden">{t(msg('Over the limit:'))} </span>
            </span>
          )}
          <b className="growing">{show(used)}</b> / {show(limit)}
        </span>
      </div>
      <div
        className={styles['track']}
        role="meter"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(used, limit)}
        aria-valuetext={t(msg('{used} of {limit}', { used: show(used), limit: show(limit) }))}
      >
        <div className={styles['fill']} style={{ width: `${Math.min(share, 1) * 100}%` }} />
      </div>
    </div>
  )
})
