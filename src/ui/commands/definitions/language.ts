import { LANGUAGES } from '../../../i18n/languages.ts'
import { msg } from '../../../i18n/message.ts'
import { setLanguage } from '../../../state/language.ts'
import { type Command, defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 115,
  commands: [
    {
      id: 'languageBrowser',
      label: msg('Language: as the browser'),
      run: () => void setLanguage('browser'),
    },
  ],
  forEach: languages,
})

function languages(): readonly Command[] {
  return LANGUAGES.map(({ tag, name }) => ({
    id: `language:${tag}`,
    label: msg('Language: {name}', { name }),
    run: () => void setLanguage(tag),
  }))
}
