// How the file is read: what kind it is, its encoding, and what its kind lets choose. Folded: most files are
// recognised.
import type { JSX } from 'react'
import type { TextEncodingId } from '../../contracts/conversionApi.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { chooseEncoding, chooseOption, chooseSource } from '../../state/newBatch/fileRows.ts'
import { useNewBatch } from '../../state/newBatch/newBatchStore.ts'
import { ChoiceField } from '../convert/ChoiceField.tsx'
import { SourceOptions } from '../convert/SourceOptions.tsx'
import fields from './fields.module.css'
import styles from './FileOptions.module.css'

export function FileOptions(): JSX.Element | null {
  const { t } = useTranslator()
  const conversion = useNewBatch((state) => state.conversion)
  if (!conversion) return null
  const { inspection, choice } = conversion
  const source = inspection.sources.find(({ id }) => id === choice.sourceId)
  if (!source) return null
  const encoding = inspection.encodings.find(({ id }) => id === choice.encoding)?.label ?? ''
  return (
    <details className={fields['more']}>
      <summary>{t(msg('Read as {kind}, {encoding}', { kind: source.title, encoding }))}</summary>
      <div className={styles['options']}>
        <ChoiceField
          label={t(msg('File type'))}
          value={source.id}
          groups={[
            {
              options: inspection.sources.map(({ id, title }) => ({ value: id, label: t(title) })),
            },
          ]}
          note={t(source.summary)}
          onChoose={(id) => void chooseSource(id)}
        />
        <ChoiceField
          label={t(msg('Encoding'))}
          value={choice.encoding}
          groups={[
            {
              options: inspection.encodings.map(({ id, label }) => ({
                value: id,
                label: t(label),
              })),
            },
          ]}
          onChoose={(id) => void chooseEncoding(id as TextEncodingId)}
        />
        <SourceOptions
          options={source.options}
          values={choice.options}
          onChoose={(id, value) => void chooseOption(id, value)}
        />
      </div>
    </details>
  )
}
