// What the page may choose from.
import { exporters } from '../exporters/lines/registry.ts'
import { kindOf } from '../formats/detectFormat.ts'
import { formats } from '../formats/registry.ts'
import type { Catalogue } from '../contracts/documentApi.ts'

export function catalogueOf(): Catalogue {
  return {
    formats: formats.map((format) => ({
      id: format.id,
      title: format.title,
      summary: format.summary,
      kind: kindOf(format),
      ...(format.provider && { provider: format.provider.name, providerId: format.provider.id }),
    })),
    exporters: exporters.map(({ id, title, summary, extension, options, output }) => ({
      id,
      title,
      summary,
      extension,
      options,
      takesAnyLine: output.kind === 'verbatim',
      isCompressed: output.kind === 'verbatim' && output.compression !== undefined,
    })),
  }
}
