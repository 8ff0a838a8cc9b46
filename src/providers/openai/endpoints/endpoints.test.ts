import { describe, expect, it } from 'vitest'
import { isReasoningModel } from '../rules/modelRules.ts'
import { readUrl } from './readUrl.ts'
import { ENDPOINTS } from './registry.ts'
import * as urls from './urls.ts'

const files = Object.keys(import.meta.glob('./definitions/*.ts'))

describe('the definitions', () => {
  it('are named like their files, and include the urls that rules name', () => {
    expect(ENDPOINTS.map(({ id }) => `./definitions/${id}.ts`).sort()).toEqual(files.sort())
    const known = ENDPOINTS.map(({ url }) => url)
    for (const url of Object.values(urls)) expect(known).toContain(url)
  })

  it('have an order of their own', () => {
    expect(new Set(ENDPOINTS.map(({ order }) => order)).size).toBe(ENDPOINTS.length)
  })
})

describe('readUrl', () => {
  it('has nothing to say about endpoints and about what is far from one', () => {
    for (const url of [
      ...ENDPOINTS.map(({ url }) => url),
      '/v1/audio/speech',
      '',
      '/',
      'chat',
      'https://example.com',
      5,
      null,
    ]) {
      expect(readUrl(url), String(url)).toBeUndefined()
    }
  })

  it.each([
    ['/chat/completions', 'no-version', '/v1/chat/completions'],
    ['embeddings', 'no-version', '/v1/embeddings'],
    ['https://api.openai.com/v1/chat/completions', 'host', '/v1/chat/completions'],
    ['http://localhost:8000/v1/embeddings/', 'host', '/v1/embeddings'],
    ['https://api.openai.com/chat/completions', 'host', '/v1/chat/completions'],
    ['/v1/chat/completions/', 'slash', '/v1/chat/completions'],
    ['v1/responses', 'slash', '/v1/responses'],
    ['/v1/images/edits?x=1', 'slash', '/v1/images/edits'],
    ['/v4/chat/completions', 'version', '/v1/chat/completions'],
    ['/v1beta/embeddings', 'version', '/v1/embeddings'],
  ])('reads %s as %s', (url, fault, endpoint) => {
    expect(readUrl(url)).toEqual({ fault, endpoint })
  })
})

describe('isReasoningModel', () => {
  it('tells the families apart', () => {
    for (const model of [
      'o1',
      'o3-mini',
      'o4-mini-2025-04-16',
      'gpt-5',
      'gpt-5.4-mini',
      'gpt-6.1-sol',
      'gpt-10',
      'ft:gpt-5-mini:me::1',
    ]) {
      expect(isReasoningModel(model), model).toBe(true)
    }
    for (const model of [
      'gpt-4o',
      'gpt-4.1',
      'gpt-3.5-turbo',
      'gpt-5-chat-latest',
      'omni',
      'llama-3',
      'openai',
      '',
      5,
    ]) {
      expect(isReasoningModel(model), String(model)).toBe(false)
    }
  })
})
