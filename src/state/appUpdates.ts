// The service worker as the page sees it: a new version of the app is begun when the user says so and nothing
// would be lost by it.
import { messageSW, Workbox } from 'workbox-window'
import { msg } from '../i18n/message.ts'
import { showMessage } from './actions/messages.ts'
import { hasUnsavedWork } from './drafts.ts'
import { store } from './store.ts'

/** Between two looks for a new version while the page stays open. */
const LOOK_MS = 60 * 60 * 1000

/** Keeps the app on the device. Does nothing where the browser has no service workers, and while developing. */
export function keepApp(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const worker = new Workbox(new URL('sw.js', document.baseURI).href, { updateViaCache: 'none' })
  // Without a network there is nothing newer, and a page that may not keep itself works as it is.
  const ignore = (): void => {}
  const registering = worker.register()
  worker.addEventListener('waiting', () => {
    void registering.then((registration) => {
      if (registration?.waiting) offerUpdate(registration.waiting)
    }, ignore)
  })
  registering.catch(ignore)
  setInterval(() => void worker.update().catch(ignore), LOOK_MS)
}

function offerUpdate(waiting: ServiceWorker): void {
  showMessage('status', msg('A new version of Lineproof is ready.'), {
    label: msg('Update and reload'),
    run: () => void update(waiting),
    stays: true,
  })
}

async function update(waiting: ServiceWorker): Promise<void> {
  if (store.getState().documents.some(hasUnsavedWork)) {
    showMessage('alert', msg('Save or export your edits first. The new version waits until then.'))
    offerUpdate(waiting)
    return
  }
  const reload = (): void => location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true })
  const isAlone: unknown = await messageSW(waiting, { type: 'update' })
  if (isAlone === true) return
  navigator.serviceWorker.removeEventListener('controllerchange', reload)
  showMessage(
    'alert',
    msg('Lineproof is open in other tabs. Close them first; the new version waits until then.'),
  )
  offerUpdate(waiting)
}
