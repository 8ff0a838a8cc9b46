// Parts of the page whose code is a chunk of its own. React's `lazy` shows its fallback for 300 ms at
// least, also when the chunk has been here for long; these are rendered at once when it is.
import {
  type ComponentType,
  type JSX,
  type ReactNode,
  useEffect,
  useSyncExternalStore,
} from 'react'
import { msg } from '../../i18n/message.ts'
import { showMessage } from '../../state/actions/messages.ts'

export interface LazyPart<Props> {
  (props: Props): JSX.Element
  /** Fetches the chunk ahead of need. Resolves when it is here; says so in a message when it fails. */
  readonly preload: () => Promise<void>
}

/** `fallback` stands for the part until its code is here. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback?: ReactNode,
): LazyPart<Props> {
  let Part: ComponentType<Props> | undefined
  let loading: Promise<void> | undefined
  const listeners = new Set<() => void>()

  const preload = (): Promise<void> => {
    loading ??= load().then(
      (loaded) => {
        Part = loaded
        for (const listener of listeners) listener()
      },
      () => {
        loading = undefined
        showMessage('alert', msg('A part of the page could not be loaded. Check the connection.'), {
          label: msg('Try again'),
          run: () => void preload(),
        })
      },
    )
    return loading
  }
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }

  function LazilyLoaded(props: Props): JSX.Element {
    const Loaded = useSyncExternalStore(subscribe, () => Part)
    useEffect(() => void preload(), [])
    return Loaded ? <Loaded {...props} /> : <>{fallback}</>
  }
  return Object.assign(LazilyLoaded, { preload })
}
