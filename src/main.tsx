// Starts the page.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { present } from './base/assert.ts'
import { restoreState } from './state/persistence.ts'
import { App } from './ui/app/App.tsx'
import { AppErrorBoundary } from './ui/app/AppErrorBoundary.tsx'
import { followTheme } from './ui/app/followTheme.ts'
import './ui/app/tokens.css'
import './ui/app/base.css'

// Before the first paint, which would otherwise flash in the wrong theme.
followTheme()
void restoreState()

createRoot(present(document.getElementById('root'), 'the root element')).render(
  <StrictMode>
    <AppErrorBoundary>
      <App />
    </AppErrorBoundary>
  </StrictMode>,
)
