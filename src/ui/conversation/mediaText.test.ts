import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { mediaText } from './mediaText.ts'

describe('mediaText', () => {
  it('names and measures what is in the line', () => {
    const inline = { kind: 'inline', mediaType: 'image/png', byteLength: 34_512 } as const
    expect(inEnglish(mediaText('image', inline))).toBe('Image, image/png, 34.5 kB')
    const sound = mediaText('audio', { ...inline, mediaType: undefined })
    expect(inEnglish(sound)).toBe('Sound, 34.5 kB')
  })

  it('says what else there is', () => {
    expect(inEnglish(mediaText('file', { kind: 'id', id: 'file-1' }))).toBe(
      'File that was uploaded before',
    )
    expect(inEnglish(mediaText('video', { kind: 'unknown' }))).toBe(
      'Video; the line does not say where it is',
    )
  })
})
