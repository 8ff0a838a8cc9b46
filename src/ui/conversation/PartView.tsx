// One part of a message: words, a call, a result, or what stands for an image. Nothing is fetched, and
// no address can be followed.
import { File, FileVideo, Image, Music, Wrench } from 'lucide-react'
import { type JSX, useState } from 'react'
import { msg } from '../../i18n/message.ts'
import { Button } from '../controls/Button.tsx'
import type { MediaKind, Part } from '../../pairing/conversation.ts'
import { useTranslator } from '../../state/language.ts'
import { JsonText } from './JsonText.tsx'
import { LongText } from './LongText.tsx'
import styles from './Conversation.module.css'
import { mediaText } from './mediaText.ts'

const mediaIcons = { image: Image, audio: Music, video: FileVideo, file: File } as const

/** Parts that are shown at first, and that come with each press. */
const FIRST_PARTS = 100
const MORE_PARTS = 200

export interface PartViewProps {
  readonly part: Part
  /** Texts that are JSON are laid out: those of answers and tools, not those that people wrote. */
  readonly isJsonShown: boolean
}

function PartView({ part, isJsonShown }: PartViewProps): JSX.Element {
  const { t, rich } = useTranslator()
  switch (part.kind) {
    case 'text':
      return isJsonShown ? <JsonText text={part.text} /> : <LongText text={part.text} />
    case 'reasoning':
      return (
        <details className={styles['fold']}>
          <summary>
            {t(
              msg('Reasoning, {count, plural, one {# character} other {# characters}}', {
                count: part.text.length,
              }),
            )}
          </summary>
          <LongText text={part.text} />
        </details>
      )
    case 'refusal':
      return (
        <div className={styles['refusal']}>
          <b>{t(msg('Refused'))}</b>
          <LongText text={part.text} />
        </div>
      )
    case 'media':
      return <Media {...part} />
    case 'toolCall':
      return (
        <div className={styles['call']}>
          <p className={styles['callHead']}>
            <Wrench aria-hidden />
            <span>
              {rich(msg('Calls <code>{name}</code>', { name: part.name }), {
                code: (words) => <code key="name">{words}</code>,
              })}
            </span>
            {part.id !== undefined && <CallId id={part.id} />}
          </p>
          {part.input !== '' && <JsonText text={part.input} isCode />}
        </div>
      )
    case 'toolResult':
      return (
        <div className={styles['call']}>
          <p className={styles['callHead']}>
            <span>{t(msg('Result'))}</span>
            {part.callId !== undefined && <CallId id={part.callId} />}
          </p>
          <Parts parts={part.parts} isJsonShown />
        </div>
      )
    case 'tokens':
      return (
        <p className={styles['placeholder']}>
          {t(
            msg('Text sent as {count, plural, one {# token} other {# tokens}}', {
              count: part.count,
            }),
          )}
        </p>
      )
    case 'other':
      return (
        <div className={styles['call']}>
          <p className={styles['callHead']}>
            <code>{part.type}</code>
          </p>
          <JsonText text={part.text} isCode />
        </div>
      )
  }
}

export function Parts({
  parts,
  isJsonShown,
}: {
  readonly parts: readonly Part[]
  readonly isJsonShown: boolean
}): JSX.Element {
  const { t } = useTranslator()
  const [shown, setShown] = useState(FIRST_PARTS)
  return (
    <>
      {parts.slice(0, shown).map((part, i) => (
        // Parts have no identity, and none of them moves.
        <PartView key={`${i}`} part={part} isJsonShown={isJsonShown} />
      ))}
      {parts.length > shown && (
        <Button size="small" onClick={() => setShown(shown + MORE_PARTS)}>
          {t(msg('Show more of {count, number} parts', { count: parts.length }))}
        </Button>
      )}
    </>
  )
}

function CallId({ id }: { readonly id: string }): JSX.Element {
  return (
    <code className={styles['callId']} title={id}>
      {id}
    </code>
  )
}

function Media({
  media,
  source,
  title,
}: Extract<Part, { kind: 'media' }> & { readonly media: MediaKind }): JSX.Element {
  const { t } = useTranslator()
  const Icon = mediaIcons[media]
  const where = source.kind === 'url' ? source.url : source.kind === 'id' ? source.id : undefined
  return (
    <div className={styles['placeholder']}>
      <Icon aria-hidden />
      <div>
        {t(mediaText(media, source))}
        {title !== undefined && <LongText text={title} />}
        {where !== undefined && <LongText text={where} isCode />}
      </div>
    </div>
  )
}
