// Catches a bug while rendering, a translator that throws among them. The documents live in workers and
// in the store, so the page can be rendered again without losing them.
import { Component, type JSX, type ReactNode, useState } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'
import { copyDetails } from '../../state/actions/copyDetails.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import styles from './AppErrorBoundary.module.css'

interface BoundaryState {
  readonly error: Error | undefined
}

export class AppErrorBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: undefined }

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return <Crashed error={error} onRetry={() => this.setState({ error: undefined })} />
  }
}

function Crashed(props: { readonly error: Error; readonly onRetry: () => void }): JSX.Element {
  const translator = useTranslator()
  const [copyNote, setCopyNote] = useState<Message>()
  const t = (message: Message) => wordsOf(translator, message)

  // Messages are a part of the page that is not there.
  async function copy(): Promise<void> {
    const isCopied = await copyDetails(props.error)
    setCopyNote(isCopied ? msg('Copied.') : msg('The browser did not allow copying.'))
  }

  return (
    <main className={styles['page']} role="alert">
      <h1>{t(msg('Something went wrong while drawing the page'))}</h1>
      <p>
        {t(
          msg(
            'Your documents and edits are still there. Draw the page again and export what you have edited.',
          ),
        )}
      </p>
      <p className={styles['detail']}>{props.error.message}</p>
      <div className={styles['buttons']}>
        <Button look="primary" onClick={props.onRetry}>
          {t(msg('Draw the page again'))}
        </Button>
        <Button
          look="outlined"
          title={t(msg('For a report: version, browser and counts, nothing of your files'))}
          onClick={() => void copy()}
        >
          {t(msg('Copy details'))}
        </Button>
        <span role="status">{copyNote && t(copyNote)}</span>
      </div>
    </main>
  )
}

/** In English when it is the translator that failed: the messages here have no placeholders. */
function wordsOf({ t }: Translator, message: Message): string {
  try {
    return t(message)
  } catch {
    return typeof message.source === 'string' ? message.source : ''
  }
}
