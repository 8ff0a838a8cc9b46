// What the lines are validated as, and whose they are: two ways to choose among the formats.
import { Select } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import { type JSX, memo } from 'react'
import { msg } from '../../i18n/message.ts'
import { setFormat } from '../../state/actions/documents.ts'
import { useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import type { FormatInfo } from '../../contracts/documentApi.ts'
import popup from '../controls/popup.module.css'
import { usePopup } from '../controls/usePopup.ts'
import styles from './FormatChoice.module.css'

export interface FormatChoiceProps {
  /** Null while it is not known. */
  readonly formatId: string | null
  readonly title: string | undefined
  /** False when the user chose it. */
  readonly isDetected: boolean
  /** Whether the document takes another format at the moment. */
  readonly canChange: boolean
}

/** The format that the lines are validated as, and the others to choose from. */
export const FormatChoice = memo(function FormatChoice({
  title,
  ...rest
}: FormatChoiceProps): JSX.Element {
  const { t, compare } = useTranslator()
  const formats = useApp((state) => state.catalogue?.formats)
  // What a file is taken for when nothing says otherwise stands last.
  const plain = formats?.at(-1)?.id
  return (
    <Choice
      {...rest}
      label={t(msg('Format'))}
      shown={title}
      options={(formats ?? [])
        .filter((format) => format.id === rest.formatId || !isVariant(format))
        .map(({ id, title: name, summary }) => ({ id, title: t(name), note: t(summary) }))
        .sort((a, b) => (a.id === plain ? 1 : b.id === plain ? -1 : compare(a.title, b.title)))}
    />
  )
})

/** Those of other providers are found under 'These are for'. */
function isVariant({ id, kind, provider }: FormatInfo): boolean {
  return kind !== id && provider !== undefined
}

/** The format's variants, by who takes or gives such lines. */
export const ProviderChoice = memo(function ProviderChoice({
  variants,
  ...rest
}: Omit<FormatChoiceProps, 'title'> & { readonly variants: readonly FormatInfo[] }): JSX.Element {
  const { t, compare } = useTranslator()
  const options = variants
    .map(({ id, provider }) => ({ id, title: provider ? t(provider) : '' }))
    .sort((a, b) => compare(a.title, b.title))
  return (
    <Choice
      {...rest}
      label={t(msg('These are for'))}
      shown={options.find(({ id }) => id === rest.formatId)?.title}
      options={options}
    />
  )
})

interface ChoiceProps extends Omit<FormatChoiceProps, 'title'> {
  readonly label: string
  readonly shown: string | undefined
  readonly options: readonly {
    readonly id: string
    readonly title: string
    readonly note?: string
  }[]
}

function Choice({
  label,
  shown,
  formatId,
  isDetected,
  canChange,
  options,
}: ChoiceProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <Select.Root
      onOpenChange={usePopup()}
      value={formatId}
      disabled={!canChange || options.length === 0}
      onValueChange={(chosen) => chosen !== null && void setFormat(chosen)}
    >
      <Select.Trigger
        className={styles['trigger']}
        aria-label={label}
        title={isDetected ? t(msg('Recognised from the content')) : t(msg('Chosen by you'))}
      >
        <span className={styles['value']}>{shown}</span>
        <ChevronsUpDown aria-hidden />
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner
          className={popup['positioner']}
          sideOffset={4}
          align="start"
          alignItemWithTrigger={false}
        >
          <Select.Popup className={popup['menu']}>
            <Select.List>
              {options.map(({ id, title, note }) => (
                <Select.Item key={id} value={id} className={popup['item']}>
                  <span className={popup['check']}>
                    <Select.ItemIndicator>
                      <Check aria-hidden />
                    </Select.ItemIndicator>
                  </span>
                  <Select.ItemText className={popup['itemText']}>
                    {title}
                    {note !== undefined && <small>{note}</small>}
                  </Select.ItemText>
                </Select.Item>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  )
}
