// Where the lines differ from a schema that was chosen; each difference leads to its lines.
import { X } from 'lucide-react'
import { type JSX, useMemo } from 'react'
import { shortText } from '../../base/cutText.ts'
import type { FieldStatistics } from '../../contracts/fieldStatistics.ts'
import type { ReadSchema, SchemaType } from '../../fields/readSchema.ts'
import {
  isMisfit,
  type SchemaDifference,
  schemaDifferences,
} from '../../fields/schemaDifferences.ts'
import { listOf, type Message, msg } from '../../i18n/message.ts'
import { stopComparing } from '../../state/fields/comparedSchema.ts'
import { useFields } from '../../state/fields/fieldsStore.ts'
import { shownFigurePath } from '../../state/fields/shownFigurePath.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import styles from './FieldsPanel.module.css'
import { Findings } from './Findings.tsx'
import { typeName } from './typeName.ts'

/** Of values that are none of the choices, and code units of each. */
const EXAMPLES = 3
const EXAMPLE_LENGTH = 40

/** Keywords that are named. */
const MOST_KEYWORDS = 12

export function SchemaDifferences({
  figures,
}: {
  readonly figures: FieldStatistics
}): JSX.Element | null {
  const { t } = useTranslator()
  const compared = useFields((state) => state.compared)
  if (!compared) return null
  return (
    <div className={styles['drift']} data-schema={compared.name}>
      <div className={styles['compared']}>
        <h3>{t(msg('Compared with {file}', { file: compared.name }))}</h3>
        <Button size="icon" aria-label={t(msg('No longer compare'))} onClick={stopComparing}>
          <X aria-hidden />
        </Button>
      </div>
      {compared.problem ? (
        <p role="alert" className={styles['sentence']}>
          {t(compared.problem)}
        </p>
      ) : (
        <Comparison read={compared} figures={figures} />
      )}
    </div>
  )
}

interface ComparisonProps {
  readonly read: ReadSchema
  readonly figures: FieldStatistics
}

function Comparison({ read: { ignored, schema }, figures }: ComparisonProps): JSX.Element {
  const { t } = useTranslator()
  const { differences, isPartial } = useMemo(
    () => schemaDifferences(schema, figures),
    [schema, figures],
  )
  const misfits = differences.filter(isMisfit)
  const others = differences.filter((one) => !isMisfit(one))
  const isWhole = !isPartial && ignored.length === 0
  return (
    <>
      {misfits.length === 0 && (
        <p role="status" className={styles['sentence']} data-fits={isWhole}>
          {t(
            isWhole
              ? msg('These lines fit the schema.')
              : msg('Nothing differs as far as was compared.'),
          )}
        </p>
      )}
      <Findings findings={misfits.map(findingOf)} />
      {others.length > 0 && (
        <>
          <h4>{t(msg('Not named in the schema'))}</h4>
          <Findings findings={others.map(findingOf)} />
        </>
      )}
      {isPartial && (
        <p className={styles['sentence']}>
          {t(msg('There are too many keys or values to compare all of them.'))}
        </p>
      )}
      {ignored.length > 0 && (
        <p className={styles['sentence']}>
          {t(
            msg('Not compared: {keywords}.', {
              keywords: listOf(
                ignored.slice(0, MOST_KEYWORDS).map((word) => shortText(word, EXAMPLE_LENGTH)),
                'and',
              ),
            }),
          )}
        </p>
      )}
    </>
  )
}

function findingOf(difference: SchemaDifference) {
  const { first, kind, path, query } = difference
  const type = 'type' in difference ? difference.type : ''
  return {
    key: `${kind} ${shownFigurePath(path)} ${type}`,
    sentence: sentenceOf(difference),
    ...(first && { first }),
    ...(query && { query }),
  }
}

function sentenceOf(difference: SchemaDifference): Message {
  const { count = 0, isOfLines, path } = difference
  const name = shownFigurePath(path)
  const { kind } = difference
  switch (kind) {
    case 'type':
      if (path.length === 0) {
        return msg(
          '{lines, plural, one {# line is} other {# lines are}} {type}, in the schema {allowed}.',
          {
            lines: count,
            type: typeName(difference.type),
            allowed: listOf(difference.allowed.map(schemaTypeName), 'or'),
          },
        )
      }
      return msg(
        '{lines, plural, one {# line} other {# lines}}: {name} is {type}, in the schema {allowed}.',
        {
          lines: count,
          name,
          type: typeName(difference.type),
          allowed: listOf(difference.allowed.map(schemaTypeName), 'or'),
        },
      )
    case 'fraction':
      return msg(
        '{count, plural, one {# value of {name} is no whole number} other {# values of {name} are no whole numbers}}.',
        { count, name },
      )
    case 'choice':
      return choiceSentence(difference, name)
    case 'missing':
      return isOfLines
        ? msg('{lines, plural, one {# line lacks} other {# lines lack}} {name}.', {
            lines: count,
            name,
          })
        : msg('{count, plural, one {# object lacks} other {# objects lack}} {name}.', {
            count,
            name,
          })
    case 'forbidden':
      return msg(
        '{lines, plural, one {# line has} other {# lines have}} {name}, which the schema does not allow.',
        { lines: count, name },
      )
    case 'unnamed':
      return msg('{lines, plural, one {# line has} other {# lines have}} {name}.', {
        lines: count,
        name,
      })
  }
}

function choiceSentence(
  { count, values }: Extract<SchemaDifference, { readonly kind: 'choice' }>,
  name: string,
): Message {
  const examples = values
    .slice(0, EXAMPLES)
    .map((value) => shortText(JSON.stringify(value), EXAMPLE_LENGTH))
  if (count === undefined) return msg('{name} has values that the schema does not list.', { name })
  if (examples.length === 0) {
    return msg(
      '{count, plural, one {# value of {name} is} other {# values of {name} are}} not in the schema’s list.',
      { count, name },
    )
  }
  return msg(
    '{count, plural, one {# value of {name} is} other {# values of {name} are}} not in the schema’s list: {examples}.',
    {
      count,
      name,
      examples: values.length > EXAMPLES ? `${examples.join(', ')} …` : examples.join(', '),
    },
  )
}

function schemaTypeName(type: SchemaType): Message {
  return type === 'integer' ? msg('a whole number') : typeName(type)
}
