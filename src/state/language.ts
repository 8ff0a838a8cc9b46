// The language of the interface: which one was chosen, and the translator of the one that is shown.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type LanguageChoice, type LanguageTag, pickLanguage } from '../i18n/languages.ts'
import { english, loadTranslator } from '../i18n/loadTranslator.ts'
import { msg } from '../i18n/message.ts'
import type { Translator } from '../i18n/translator.ts'
import { readLanguage, storeLanguage } from './persistence.ts'
import { showMessage } from './actions/messages.ts'

export interface LanguageState {
  readonly choice: LanguageChoice
  /** Of the language that is shown: the one before while another is loaded. */
  readonly translator: Translator
}

export const languageStore = createStore<LanguageState>()(() => ({
  choice: 'browser',
  translator: english,
}))

/** For components: they are rendered again when the language changes. */
export function useTranslator(): Translator {
  return useStore(languageStore, ({ translator }) => translator)
}

export function useLanguageChoice(): LanguageChoice {
  return useStore(languageStore, ({ choice }) => choice)
}

/** The translator of the moment. Components ask `useTranslator`. */
export function translator(): Translator {
  return languageStore.getState().translator
}

/** Shows the stored language, or that of the browser; resolves when its words are there. */
export async function restoreLanguage(): Promise<void> {
  await show(readLanguage())
}

/** Nothing is read again and nothing that was typed is lost. */
export async function setLanguage(choice: LanguageChoice): Promise<void> {
  storeLanguage(choice)
  await show(choice)
}

async function show(choice: LanguageChoice): Promise<void> {
  languageStore.setState({ choice })
  try {
    const translator = await loadTranslator(tagOf(choice))
    // Another one was chosen while this one was loaded.
    if (languageStore.getState().choice === choice) languageStore.setState({ translator })
  } catch {
    showMessage(
      'alert',
      msg('The language could not be loaded. Check the connection and try again.'),
    )
  }
}

function tagOf(choice: LanguageChoice): LanguageTag {
  return choice === 'browser' ? pickLanguage(navigator.languages) : choice
}
