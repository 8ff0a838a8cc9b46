// 'Convert to another provider': whose requests the lines are, whose they become, and what of the first of them
// will be another.
import { type JSX, useId } from 'react'
import { msg } from '../../i18n/message.ts'
import {
  cancelTranslation,
  chooseModel,
  chooseTarget,
  chooseTokenLimit,
  closeTranslation,
  isTokenLimit,
  runTranslation,
} from '../../state/conversion/translate.ts'
import { type TranslationState, useTranslation } from '../../state/conversion/translationStore.ts'
import { useTranslator } from '../../state/language.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import { ChoiceField } from './ChoiceField.tsx'
import styles from './ConvertDialog.module.css'
import { RunningFoot } from './RunningFoot.tsx'
import { TranslatedLines } from './TranslatedLines.tsx'

export function TranslateDialog(): JSX.Element {
  const { t, bytes: sizeOf } = useTranslator()
  const state = useTranslation((whole) => whole)
  const { isEdited, isPreviewing, maxTokens, name, preview, problem, running, size } = state
  const canConvert = preview?.target !== undefined
  return (
    <AppDialog
      title={t(msg('Convert to another provider'))}
      isWide
      onClose={closeTranslation}
      foot={
        running ? (
          <RunningFoot name={name} running={running} onCancel={cancelTranslation} />
        ) : (
          <>
            <Button look="outlined" onClick={closeTranslation}>
              {t(msg('Cancel'))}
            </Button>
            <Button
              look="primary"
              disabled={!canConvert || isPreviewing || !isTokenLimit(maxTokens)}
              onClick={() => void runTranslation()}
            >
              {t(msg('Convert'))}
            </Button>
          </>
        )
      }
    >
      <p className={styles['file']}>
        <bdi>{name}</bdi> <span>{sizeOf(size)}</span>
      </p>
      {preview?.shape && (
        <p className={styles['note']}>
          {t(msg('Recognised: {shape}', { shape: preview.shape.title }))}
        </p>
      )}
      {isEdited && <p className={styles['note']}>{t(msg('Your edits are converted with it.'))}</p>}
      {canConvert && <Choices state={state} />}
      {preview && !canConvert && (
        <p className={styles['problem']}>
          {preview.shape
            ? t(msg('None of the first lines can be converted to another provider.'))
            : t(
                msg(
                  'The first lines are no requests of a provider that is known here. Only lines of batches can be converted.',
                ),
              )}
        </p>
      )}
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {t(problem)}
        </p>
      )}
      {preview && canConvert && <TranslatedLines preview={preview} isBusy={isPreviewing} />}
    </AppDialog>
  )
}

function Choices({ state }: { readonly state: TranslationState }): JSX.Element {
  const { t } = useTranslator()
  const { asksTokenLimit, maxTokens, model, preview, running, target } = state
  return (
    <fieldset className={styles['choices']} disabled={running !== undefined}>
      <ChoiceField
        label={t(msg('Provider'))}
        value={target ?? ''}
        groups={[
          {
            options: (preview?.targets ?? []).map(({ id, title }) => ({
              value: id,
              label: t(title),
            })),
          },
        ]}
        onChoose={(id) => void chooseTarget(id)}
      />
      <TextField
        label={t(msg('Model'))}
        value={model}
        note={t(msg('Leave empty to keep the model of each request.'))}
        onType={(typed) => void chooseModel(typed)}
      />
      {asksTokenLimit && (
        <TextField
          label={t(msg('Token limit'))}
          value={maxTokens}
          type="number"
          isWrong={!isTokenLimit(maxTokens)}
          note={t(msg('For requests that have none. Empty: 4,096.'))}
          onType={(typed) => void chooseTokenLimit(typed)}
        />
      )}
    </fieldset>
  )
}

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly type?: 'text' | 'number'
  readonly isWrong?: boolean
  readonly note: string
  readonly onType: (typed: string) => void
}

function TextField({
  label,
  value,
  type = 'text',
  isWrong = false,
  note,
  onType,
}: TextFieldProps): JSX.Element {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        {...(type === 'number' && { min: 1, step: 1 })}
        className={styles['input']}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-note`}
        aria-invalid={isWrong || undefined}
        value={value}
        onChange={(typed) => onType(typed.target.value)}
      />
      <small id={`${id}-note`} className={styles['fieldNote']}>
        {note}
      </small>
    </div>
  )
}
