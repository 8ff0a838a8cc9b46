// Endpoints to choose from, by provider.
import type { JSX } from 'react'
import { useTranslator } from '../../state/language.ts'
import { ENDPOINT_FORMS, providerOf } from '../../templates/forms/endpointForms.ts'

const PROVIDERS = Array.from(
  Map.groupBy(ENDPOINT_FORMS, ({ endpoint }) => providerOf(endpoint).id).values(),
)

/** `endpoint`: the chosen one, which is there even where it is not among those that are offered. */
export function EndpointOptions({ endpoint }: { readonly endpoint: string }): JSX.Element {
  const { t } = useTranslator()
  const isOffered = ENDPOINT_FORMS.some((form) => form.endpoint === endpoint)
  return (
    <>
      {!isOffered && <option value={endpoint}>{endpoint}</option>}
      {PROVIDERS.map(([first, ...others]) =>
        first === undefined ? null : (
          <optgroup key={providerOf(first.endpoint).id} label={t(providerOf(first.endpoint).name)}>
            {[first, ...others].map((form) => (
              <option key={form.endpoint} value={form.endpoint}>
                {form.title ? t(form.title) : form.endpoint}
              </option>
            ))}
          </optgroup>
        ),
      )}
    </>
  )
}
