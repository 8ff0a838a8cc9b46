// All commands, found by typing a part of their names.
import { type JSX, type KeyboardEvent, useId, useRef, useState } from 'react'
import { closeDialog } from '../../state/actions/dialogs.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { keyLabel } from '../controls/keyLabel.ts'
import styles from './CommandPalette.module.css'
import type { Command } from './defineCommands.ts'
import { findCommands } from './findCommands.ts'
import { currentCommands } from './registry.ts'

export function CommandPalette(): JSX.Element {
  // What is possible does not change while the palette is open.
  const [all] = useState(currentCommands)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const found = findCommands(all, text)
  const chosen = found[at]

  function run(command: Command | undefined): void {
    if (!command) return
    closeDialog()
    // After the dialog has given the focus back: some commands move it.
    setTimeout(command.run)
  }

  function move(to: number): void {
    const next = (to + found.length) % found.length
    setAt(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }

  function handleKeyDown(press: KeyboardEvent): void {
    if (press.nativeEvent.isComposing) return
    if (press.key === 'ArrowDown') move(at + 1)
    else if (press.key === 'ArrowUp') move(at - 1)
    else if (press.key === 'Enter') run(chosen)
    else return
    press.preventDefault()
  }

  return (
    <AppDialog title="All commands" onClose={closeDialog}>
      <input
        className={styles['input']}
        type="text"
        role="combobox"
        aria-label="Find a command"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={chosen && `${listId}-${chosen.id}`}
        placeholder="Type a part of its name"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(typed) => {
          setText(typed.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={handleKeyDown}
      />
      <div className={styles['list']} ref={list} id={listId} role="listbox" aria-label="Commands">
        {found.map((command, index) => (
          // The combobox keeps the focus and handles the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={command.id}
            id={`${listId}-${command.id}`}
            className={styles['option']}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseMove={() => setAt(index)}
            onClick={() => run(command)}
          >
            <span>{command.label}</span>
            {command.keys?.[0] !== undefined && <kbd>{keyLabel(command.keys[0])}</kbd>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles['none']}>No command is called that.</p>}
    </AppDialog>
  )
}
