// What is wrong with the template or with requests: errors first.
import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { JSX } from 'react'
import type { TemplateProblem } from '../../contracts/templatesApi.ts'
import { msg, verbatim } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { bodyTextOf } from '../../state/newBatch/formTemplate.ts'
import { useNewBatch } from '../../state/newBatch/newBatchStore.ts'
import { problemsOf } from './countProblems.ts'
import { placeInText } from './placeInText.ts'
import styles from './ProblemList.module.css'

export function ProblemList(): JSX.Element | null {
  const { t } = useTranslator()
  const problems = useNewBatch(problemsOf)
  if (problems.length === 0) return null
  return (
    <ul className={styles['list']} aria-label={t(msg('Problems of the batch'))}>
      {problems.map((problem) => (
        <li
          key={`${problem.code} ${t(problem.message)}`}
          data-code={problem.code}
          data-severity={problem.severity}
          data-count={problem.count ?? ''}
        >
          {problem.severity === 'error' ? (
            <CircleAlert aria-hidden />
          ) : (
            <TriangleAlert aria-hidden />
          )}
          <span>
            <ProblemPlace problem={problem} />
            {t(problem.message)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function ProblemPlace({ problem }: { readonly problem: TemplateProblem }): JSX.Element | null {
  const { t } = useTranslator()
  const bodyText = useNewBatch(bodyTextOf)
  const { about, at } = problem
  if (at === undefined) return null
  const place =
    about === 'body'
      ? msg('Body, line {line, number}, column {column, number}:', placeInText(bodyText, at))
      : about === 'id'
        ? msg('ID pattern, character {at, number}:', { at: at + 1 })
        : verbatim('')
  return <strong className={styles['place']}>{t(place)} </strong>
}
