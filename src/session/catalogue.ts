// What the page may choose from, in words.
import { exporters } from '../exporters/registry.ts'
import { formats } from '../formats/registry.ts'
import type { Catalogue } from '../worker/documentApi.ts'

export function catalogueOf(): Catalogue {
  return {
    formats: formats.map(({ id, title, summary }) => ({ id, title, summary })),
    exporters: exporters.map(({ id, title, summary, extension }) => ({
      id,
      title,
      summary,
      extension,
    })),
  }
}
