// Runs commands by their keys.
import { useEffect } from 'react'
import { isEditable } from '../controls/isEditable.ts'
import { isMac } from '../controls/keyLabel.ts'
import { matchesKeys } from '../controls/keyPattern.ts'
import { isPopupOpen } from '../controls/usePopup.ts'
import type { Command } from './defineCommands.ts'
import { allCommands } from './registry.ts'

export function useCommandKeys(): void {
  useEffect(() => {
    function handleKeyDown(press: KeyboardEvent): void {
      if (press.defaultPrevented || press.isComposing) return
      const command = allCommands().find((entry) =>
        entry.keys?.some((keys) => matchesKeys(keys, press, isMac)),
      )
      if (!command || !appliesTo(command, press)) return
      const isPossible = command.when?.() ?? true
      // Also when there is nothing to do: the browser's own 'Save page' would only confuse.
      if (isPossible || press.ctrlKey || press.metaKey) press.preventDefault()
      if (isPossible) command.run()
    }
    window.addEventListener('keydown', handleKeyDown)
    return () => window.removeEventListener('keydown', handleKeyDown)
  }, [])
}

function appliesTo(command: Command, press: KeyboardEvent): boolean {
  // What lies behind a dialog must not change, and Escape closes what is on top.
  if (isPopupOpen()) return false
  if (!isEditable(press.target)) return true
  return command.whileTyping === true
}
