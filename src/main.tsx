// Starts the page.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { present } from './base/assert.ts'
import { restoreLanguage } from './state/language.ts'
import { openLaunchedFiles } from './state/launchedFiles.ts'
import { restoreState } from './state/persistence.ts'
import { restoreKeeping } from './state/recovery/keepingEdits.ts'
import { whenIdle } from './state/whenIdle.ts'
import { App } from './ui/app/App.tsx'
import { AppErrorBoundary } from './ui/app/AppErrorBoundary.tsx'
import { followLanguage } from './ui/app/followLanguage.ts'
import { followTheme } from './ui/app/followTheme.ts'
import './ui/app/tokens.css'
import './ui/app/base.css'

// Before the first paint, which would otherwise flash in the wrong theme.
followTheme()
followLanguage()
void restoreState()
restoreKeeping()
// Nor in the wrong language. English is here; the words of another are waited for, and when they do not
// come, the page is in English and says so.
void restoreLanguage().then(renderPage)
openLaunchedFiles()
whenIdle(() => void keepApp())

function renderPage(): void {
  createRoot(present(document.getElementById('root'), 'the root element')).render(
    <StrictMode>
      <AppErrorBoundary>
        <App />
      </AppErrorBoundary>
    </StrictMode>,
  )
}

/** Loaded when nobody waits. Without a network there is nothing newer to keep. */
async function keepApp(): Promise<void> {
  try {
    const updates = await import('./state/appUpdates.ts')
    updates.keepApp()
  } catch {
    // The page works as it is.
  }
}
