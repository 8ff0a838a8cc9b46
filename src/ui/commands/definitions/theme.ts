import { setTheme } from '../../../state/actions/theme.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 110,
  commands: [
    { id: 'themeLight', label: 'Light theme', run: () => setTheme('light') },
    { id: 'themeDark', label: 'Dark theme', run: () => setTheme('dark') },
    { id: 'themeSystem', label: 'System theme', run: () => setTheme('system') },
  ],
})
