// Catches a bug while drawing. The documents live in workers and in the store, so the page can be
// rendered again without losing them.
import { Component, type JSX, type ReactNode } from 'react'
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
  return (
    <main className={styles['page']} role="alert">
      <h1>Something went wrong while drawing the page</h1>
      <p>
        Your documents and edits are still there. Draw the page again and export what you have
        edited.
      </p>
      <p className={styles['detail']}>{props.error.message}</p>
      <Button look="primary" onClick={props.onRetry}>
        Draw the page again
      </Button>
    </main>
  )
}
