// 'Convert to lines': what the file is, how it becomes lines, and what the first of them will be.
import type { JSX } from 'react'
import type { TextEncodingId } from '../../contracts/conversionApi.ts'
import { msg } from '../../i18n/message.ts'
import {
  cancelConversion,
  chooseEncoding,
  chooseOption,
  chooseSource,
  closeConversion,
  runConversion,
} from '../../state/conversion/convert.ts'
import { convertLabel } from '../../state/conversion/convertLabel.ts'
import { type ConversionState, useConversion } from '../../state/conversion/conversionStore.ts'
import { openAsItIs } from '../../state/conversion/unpack.ts'
import { useTranslator } from '../../state/language.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import { ChoiceField } from './ChoiceField.tsx'
import styles from './ConvertDialog.module.css'
import { PreviewLines } from './PreviewLines.tsx'
import { RunningFoot } from './RunningFoot.tsx'
import { SourceOptions } from './SourceOptions.tsx'

export function ConvertDialog(): JSX.Element {
  const { t, bytes: sizeOf } = useTranslator()
  const state = useConversion((whole) => whole)
  const { isEdited, isOfLines, name, problem, running, size } = state
  const givesNone = state.preview?.lines.length === 0 && !state.preview.isCut
  const isKnown = state.choice !== undefined && !state.isPreviewing && problem === undefined
  const canRun = isKnown && !givesNone
  return (
    <AppDialog
      title={t(convertLabel(isOfLines))}
      isWide
      onClose={closeConversion}
      foot={
        running ? (
          <RunningFoot name={name} running={running} onCancel={cancelConversion} />
        ) : (
          <>
            {state.isPacked ? (
              <Button look="outlined" onClick={() => void openAsItIs()}>
                {t(msg('Open as it is'))}
              </Button>
            ) : (
              <Button look="outlined" onClick={closeConversion}>
                {t(msg('Cancel'))}
              </Button>
            )}
            <Button look="primary" disabled={!canRun} onClick={() => void runConversion()}>
              {t(msg('Convert'))}
            </Button>
          </>
        )
      }
    >
      <p className={styles['file']}>
        <bdi>{name}</bdi> <span>{sizeOf(size)}</span>
      </p>
      {isEdited && <p className={styles['note']}>{t(msg('Your edits are converted with it.'))}</p>}
      {state.leavesEdits && (
        <p className={styles['note']}>
          {t(msg('The file is converted as it is on the disk, without your edits.'))}
        </p>
      )}
      <Choices state={state} />
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {t(problem)}
        </p>
      )}
      {state.preview && <PreviewLines preview={state.preview} isBusy={state.isPreviewing} />}
    </AppDialog>
  )
}

function Choices({ state }: { readonly state: ConversionState }): JSX.Element | null {
  const { t } = useTranslator()
  const { choice, inspection, running } = state
  const source = inspection?.sources.find(({ id }) => id === choice?.sourceId)
  if (!inspection || !choice || !source) return null
  const recognised = inspection.sources.filter(({ isRecognised }) => isRecognised)
  const others = inspection.sources.filter(({ isRecognised }) => !isRecognised)
  const optionOf = ({ id, title }: typeof source) => ({ value: id, label: t(title) })
  return (
    <fieldset className={styles['choices']} disabled={running !== undefined}>
      <ChoiceField
        label={t(msg('File type'))}
        value={source.id}
        groups={[
          { label: t(msg('Recognised')), options: recognised.map(optionOf) },
          { label: t(msg('Other kinds')), options: others.map(optionOf) },
        ]}
        note={t(source.summary)}
        onChoose={(id) => void chooseSource(id)}
      />
      <ChoiceField
        label={t(msg('Encoding'))}
        value={choice.encoding}
        groups={[
          {
            options: inspection.encodings.map((each) => ({ value: each.id, label: t(each.label) })),
          },
        ]}
        onChoose={(id) => void chooseEncoding(id as TextEncodingId)}
      />
      <SourceOptions
        options={source.options}
        values={choice.options}
        onChoose={(id, value) => void chooseOption(id, value)}
      />
    </fieldset>
  )
}
