// How many prompt tokens a batch would enqueue, against the limit that the user sets here.
import { roundedEstimate } from '../controls/roundedEstimate.ts'
import { type JSX, useEffect, useId, useRef, useState } from 'react'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { setTokenLimit, useTokenLimits } from '../../state/tokenLimit/tokenLimits.ts'
import { type TokenUse, tokenUse } from '../../state/tokenLimit/tokenUse.ts'
import { Button } from '../controls/Button.tsx'
import { Meter } from './Meter.tsx'
import styles from './TokenMeter.module.css'

export function TokenMeter({ facts }: { readonly facts: DocumentFacts }): JSX.Element | undefined {
  const limits = useTokenLimits((state) => state.limits)
  const use = tokenUse(facts, limits)
  // What is typed for one model is not for another.
  return use && <TokenLimit key={use.model} use={use} />
}

function TokenLimit({ use }: { readonly use: TokenUse }): JSX.Element {
  const { t } = useTranslator()
  const [isEdited, setEdited] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    opener.current?.focus()
    setEdited(false)
  }
  const { errorFraction, isExact, level, limit, model, sum } = use
  const title = msg('Enqueued tokens')
  return (
    <div>
      {limit !== undefined && (
        <Meter meter={{ title, of: 'items', used: sum, limit }} level={level} />
      )}
      <div className={styles['foot']}>
        {limit === undefined ? (
          // Without a limit the sum says nothing that is not said where tokens are counted.
          <span>{t(title)}</span>
        ) : (
          !isExact && (
            <span className={styles['estimate']}>
              {errorFraction < 1
                ? t(
                    msg('Estimate, ± {error, number}', {
                      error: roundedEstimate(sum, sum * errorFraction).error,
                    }),
                  )
                : t(msg('Rough estimate from the size'))}
            </span>
          )
        )}
        <Button
          ref={opener}
          size="small"
          aria-expanded={isEdited}
          onClick={() => setEdited(!isEdited)}
        >
          {limit === undefined ? t(msg('Set your limit')) : t(msg('Change your limit'))}
        </Button>
      </div>
      {isEdited && <LimitForm model={model} limit={limit} onDone={close} />}
    </div>
  )
}

interface LimitFormProps {
  readonly model: string
  readonly limit: number | undefined
  readonly onDone: () => void
}

function LimitForm({ model, limit, onDone }: LimitFormProps): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  const [text, setText] = useState(limit === undefined ? '' : String(limit))
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const read = readLimit(text)
  const isWrong = text.trim() !== '' && read === undefined
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (isWrong) return
        setTokenLimit(model, read)
        onDone()
      }}
    >
      <label htmlFor={id}>
        {model === ''
          ? t(msg('Tokens that may be enqueued'))
          : t(msg('Tokens that may be enqueued for {model}', { model }))}
      </label>
      <div className={styles['box']}>
        <input
          ref={field}
          id={id}
          className={styles['input']}
          inputMode="numeric"
          autoComplete="off"
          placeholder="2000000"
          value={text}
          aria-invalid={isWrong}
          aria-describedby={`${id}-note`}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(press) => {
            if (press.key !== 'Escape') return
            // It closes no more than this.
            press.stopPropagation()
            onDone()
          }}
        />
        <Button size="small" look="outlined" type="submit" disabled={isWrong}>
          {t(msg('Save'))}
        </Button>
      </div>
      <p id={`${id}-note`} className={styles['note']}>
        {isWrong
          ? t(msg('Enter a whole number above 0, or nothing for no limit.'))
          : t(
              msg(
                'OpenAI shows it as the batch queue limit on the limits page of your organisation. It is kept on this device.',
              ),
            )}
      </p>
    </form>
  )
}

/** Digits, with or without signs between thousands; undefined for anything else. */
function readLimit(text: string): number | undefined {
  const digits = text.replace(/[\s,._’']/g, '')
  const limit = Number(digits)
  return /^\d+$/.test(digits) && Number.isSafeInteger(limit) && limit > 0 ? limit : undefined
}
