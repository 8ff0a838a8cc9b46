// What is known about the file: how much of each limit is used, its format, model, endpoint.
import { ArrowRightLeft, ChartNoAxesColumn } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import { withConversion } from '../../state/conversion/withConversion.ts'
import { useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { withPairing } from '../../state/pairing/withPairing.ts'
import { activeDocument } from '../../state/store.ts'
import type { DocumentFacts, FormatInfo } from '../../contracts/documentApi.ts'
import { Button } from '../controls/Button.tsx'
import { lazyPart } from '../controls/lazyPart.tsx'
import styles from './FileFacts.module.css'
import { FormatChoice, ProviderChoice } from './FormatChoice.tsx'
import { Meter } from './Meter.tsx'
import { TokenMeter } from './TokenMeter.tsx'

const TokensPart = lazyPart(async () => (await import('./tokens/TokensPart.tsx')).TokensPart)

/** The kind of formats whose lines are requests of a batch. */
const REQUESTS = 'batchInput'

export interface FileFactsProps {
  readonly facts: DocumentFacts | undefined
  /** Whether the document takes another format at the moment. */
  readonly canChange: boolean
}

export function FileFacts({ facts, canChange }: FileFactsProps): JSX.Element {
  const { t } = useTranslator()
  const variants = useVariants(facts?.formatId)
  const isOfRequests = variants.some(({ kind }) => kind === REQUESTS)
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
      {facts && <TokenMeter facts={facts} />}
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
      {facts?.countsTokens === true && (
        <div className={styles['tokens']}>
          {facts.tokens && <TokensPart tokens={facts.tokens} lines={facts.lines} />}
        </div>
      )}
      {isOfRequests && (
        <Button
          size="small"
          look="outlined"
          className={styles['convert']}
          disabled={!canChange}
          onClick={convertToProvider}
        >
          <ArrowRightLeft aria-hidden /> {t(msg('Convert to another provider'))}
        </Button>
      )}
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

function convertToProvider(): void {
  const tab = activeDocument()
  if (!tab) return
  setPanelOpen(false)
  void withConversion(({ openTranslation }) => openTranslation(tab.key))
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
