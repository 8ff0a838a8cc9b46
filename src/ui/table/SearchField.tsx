// The search of a table: the text, what was found, how far the search is, and buttons.
import type { JSX, ReactNode, RefObject } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './TableToolbar.module.css'
import type { SearchFieldState, TextQuery } from './useSearchField.ts'

interface SearchFieldProps<Query extends TextQuery> {
  /** Of the input. */
  readonly id: string
  readonly label: string
  readonly placeholder: string
  readonly field: SearchFieldState<Query>
  readonly status: {
    readonly text: ReactNode
    readonly matches: number
    readonly state: string
    /** Lines of which the search can tell nothing. */
    readonly skipped?: number | undefined
    /** How much has been searched, 0 to 1; only while searching. */
    readonly share?: number | undefined
  }
  readonly isDisabled?: boolean
  /** What is wrong with the query, and what more there is to say of that. */
  readonly problem?: string | undefined
  readonly problemMore?: ReactNode
  readonly input?: RefObject<HTMLInputElement | null>
  /** Whether texts are long, so that they are given room where there is little. */
  readonly isLong?: boolean
  /** Whether case is no question. */
  readonly isCaseFixed?: boolean
  /** Under the field, over what is there. */
  readonly below?: ReactNode
  /** Before 'Match case': what comes and goes there moves no button that is pressed again. */
  readonly lead?: ReactNode
  /** Buttons beside 'Match case'. */
  readonly flags?: ReactNode
  /** Buttons that are there while there is a text, before 'Clear search'. */
  readonly actions?: ReactNode
}

export function SearchField<Query extends TextQuery>({
  id,
  label,
  placeholder,
  field,
  status,
  isDisabled = false,
  problem,
  problemMore,
  input,
  isLong = false,
  isCaseFixed = false,
  below,
  lead,
  flags,
  actions,
}: SearchFieldProps<Query>): JSX.Element {
  const { t } = useTranslator()
  const { query, change, clear, handleKey } = field
  const statusId = `${id}-status`
  return (
    <search className={styles['search']}>
      <div
        className={styles['searchField']}
        data-problem={problem !== undefined}
        data-long={isLong}
      >
        <input
          ref={input}
          id={id}
          type="search"
          autoComplete="off"
          spellCheck={false}
          aria-label={label}
          aria-invalid={problem !== undefined}
          aria-describedby={statusId}
          placeholder={placeholder}
          className={styles['searchInput']}
          disabled={isDisabled}
          value={query.text}
          onChange={(typed) => change({ text: typed.target.value } as Partial<Query>)}
          onKeyDown={handleKey}
        />
        <span
          id={statusId}
          role="status"
          aria-label={t(msg('Search status'))}
          className={styles['searchStatus']}
          data-matches={status.matches}
          data-state={status.state}
          data-skipped={status.skipped}
        >
          {status.text}
        </span>
        {lead}
        <SearchButton
          label={t(msg('Match case'))}
          isPressed={query.matchCase}
          isDisabled={isDisabled || isCaseFixed}
          onPress={() => change({ matchCase: !query.matchCase } as Partial<Query>)}
        >
          Aa
        </SearchButton>
        {flags}
        {query.text !== '' && (
          <>
            {actions}
            <SearchButton label={t(msg('Clear search'))} hint="Escape" onPress={clear}>
              ×
            </SearchButton>
          </>
        )}
      </div>
      {status.share !== undefined && <SearchProgress share={status.share} />}
      {problem !== undefined && (
        <div className={styles['problem']}>
          <p role="alert" className={styles['problemText']}>
            {problem}
          </p>
          {problemMore}
        </div>
      )}
      {below}
    </search>
  )
}

interface SearchButtonProps {
  readonly label: string
  /** The key that does the same. */
  readonly hint?: string
  readonly isPressed?: boolean
  readonly isDisabled?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

export function SearchButton({
  label,
  hint,
  isPressed,
  isDisabled = false,
  onPress,
  children,
}: SearchButtonProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <button
      type="button"
      className={styles['flag']}
      aria-label={label}
      aria-pressed={isPressed}
      title={hint === undefined ? label : t(msg('{label} ({key})', { label, key: hint }))}
      disabled={isDisabled}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

function SearchProgress({ share }: { readonly share: number }): JSX.Element {
  const { t } = useTranslator()
  const percent = Math.floor(share * 100)
  return (
    <div
      role="progressbar"
      aria-label={t(msg('Searching'))}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className={styles['searchProgress']}
      style={{ width: `${share * 100}%` }}
    />
  )
}
