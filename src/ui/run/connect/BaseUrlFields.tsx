// Where the API is, and for whom it is asked. What is typed is kept in the field until it is left: the store
// takes it as an address, which may be another text.
import { type JSX, useState } from 'react'
import { OPENAI_BASE } from '../../../batch/access.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { setAccess } from '../../../state/batch/access.ts'
import { useBatch } from '../../../state/batch/batchStore.ts'
import { useTranslator } from '../../../state/language.ts'
import fields from '../fields.module.css'
import { TextField } from '../TextField.tsx'

type AccessName = 'baseUrl' | 'organization' | 'project'

const EXAMPLES: Readonly<Record<AccessName, string>> = {
  baseUrl: OPENAI_BASE,
  organization: 'org-…',
  project: 'proj_…',
}

export function BaseUrlFields(): JSX.Element {
  const { t } = useTranslator()
  const isNamed = useBatch(({ access }) => access.organization !== '' || access.project !== '')
  // It does not fold while it is typed in.
  const [wasNamed] = useState(isNamed)
  return (
    <>
      <AccessField setting="baseUrl" label={msg('Base URL')} />
      <details className={fields['more']} open={wasNamed}>
        <summary>{t(msg('Organisation and project'))}</summary>
        <AccessField setting="organization" label={msg('Organisation')} />
        <AccessField setting="project" label={msg('Project')} />
      </details>
    </>
  )
}

interface AccessFieldProps {
  readonly setting: AccessName
  readonly label: Message
}

function AccessField({ setting, label }: AccessFieldProps): JSX.Element {
  const { t } = useTranslator()
  const stored = useBatch(({ access }) => access[setting])
  const [typed, setTyped] = useState<string>()
  const [problem, setProblem] = useState<Message>()
  return (
    <TextField
      label={t(label)}
      isMono
      inputMode={setting === 'baseUrl' ? 'url' : 'text'}
      value={typed ?? stored}
      placeholder={EXAMPLES[setting]}
      problem={problem && t(problem)}
      onType={(text) => {
        setTyped(text)
        const set = setAccess({ [setting]: text })
        setProblem(set.ok ? undefined : set.failure.message)
      }}
      onLeave={() => {
        if (problem === undefined) setTyped(undefined)
      }}
    />
  )
}
