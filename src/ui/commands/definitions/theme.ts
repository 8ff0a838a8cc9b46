import { msg } from '../../../i18n/message.ts'
import { setTheme } from '../../../state/actions/theme.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 110,
  commands: [
    { id: 'themeLight', label: msg('Light theme'), run: () => setTheme('light') },
    { id: 'themeDark', label: msg('Dark theme'), run: () => setTheme('dark') },
    { id: 'themeSystem', label: msg('System theme'), run: () => setTheme('system') },
  ],
})
