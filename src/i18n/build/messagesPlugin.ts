// Compiles messages when the app is built, so that no parser of ICU MessageFormat is loaded: the literals
// of `msg` in the code, and the catalogues as modules `virtual:catalogue/<language>`.
import compile from 'icu-minify/compile'
import MagicString from 'magic-string'
import type { Plugin } from 'vite'
import { findMessages } from './findMessages.ts'
import { catalogueFiles, compileCatalogue } from './readCatalogue.ts'

const PREFIX = 'virtual:catalogue/'

export function messagesPlugin(): Plugin {
  return {
    name: 'lineproof:messages',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined
      const files = catalogueFiles(id.slice(PREFIX.length + 1))
      for (const { path } of files) this.addWatchFile(path)
      // The engine parses JSON faster than the same as code.
      const text = JSON.stringify(JSON.stringify(compileCatalogue(files)))
      return { code: `export default JSON.parse(${text})`, map: null }
    },
    transform(code, id) {
      const path = id.replace(/\?.*$/, '')
      if (!/\.tsx?$/.test(path) || path.includes('/node_modules/')) return undefined
      const messages = findMessages(path, code)
      if (messages.length === 0) return undefined
      const changed = new MagicString(code)
      for (const { text, start, end } of messages) {
        changed.overwrite(start, end, JSON.stringify(compile(text)))
      }
      return { code: changed.toString(), map: changed.generateMap({ hires: true }) }
    },
  }
}
