// All commands, found by typing a part of their names.
import { Autocomplete } from '@base-ui/react/autocomplete'
import { type JSX, useState } from 'react'
import { msg } from '../../i18n/message.ts'
import { closeDialog } from '../../state/actions/dialogs.ts'
import { useTranslator } from '../../state/language.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { keyLabel } from '../controls/keyLabel.ts'
import styles from './CommandPalette.module.css'
import type { Command } from './defineCommands.ts'
import { findCommands } from './findCommands.ts'
import { currentCommands } from './registry.ts'

export function CommandPalette(): JSX.Element {
  const translator = useTranslator()
  const { t } = translator
  // What is possible does not change while the palette is open.
  const [all] = useState(currentCommands)
  const [text, setText] = useState('')
  const found = findCommands(all, text, translator)
  return (
    <AppDialog title={t(msg('All commands'))} onClose={closeDialog}>
      <Autocomplete.Root
        inline
        open
        autoHighlight="always"
        keepHighlight
        items={all}
        filteredItems={found}
        itemToStringValue={({ label }: Command) => t(label)}
        value={text}
        onValueChange={(typed, { reason }) => {
          // A command that is pressed is run, and its name is not what to look for.
          if (reason !== 'item-press') setText(typed)
        }}
      >
        <Autocomplete.Input
          className={styles['input']}
          aria-label={t(msg('Find a command'))}
          placeholder={t(msg('Type a part of its name'))}
          spellCheck={false}
        />
        <Autocomplete.Empty className={styles['none']}>
          {t(msg('No command is called that.'))}
        </Autocomplete.Empty>
        <Autocomplete.List className={styles['list']} aria-label={t(msg('Commands'))}>
          {(command: Command) => (
            <Autocomplete.Item
              key={command.id}
              value={command}
              className={styles['option']}
              onClick={() => run(command)}
            >
              <span>{t(command.label)}</span>
              {command.keys?.[0] !== undefined && <kbd>{keyLabel(command.keys[0])}</kbd>}
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
      </Autocomplete.Root>
    </AppDialog>
  )
}

function run(command: Command): void {
  closeDialog()
  // After the dialog has given the focus back: some commands move it.
  setTimeout(command.run)
}
