// What stands instead of an image, a sound or a file.
import { bytes, type Message, msg } from '../../i18n/message.ts'
import type { MediaKind, MediaSource } from '../../pairing/conversation.ts'

const mediaTitles: Readonly<Record<MediaKind, Message>> = {
  image: msg('Image'),
  audio: msg('Sound'),
  video: msg('Video'),
  file: msg('File'),
}

/** 'Image, image/png, 34.5 kB': what stands instead of content that is not shown. */
export function mediaText(media: MediaKind, source: MediaSource): Message {
  const kind = mediaTitles[media]
  switch (source.kind) {
    case 'inline': {
      const { mediaType } = source
      const size = bytes(source.byteLength)
      return mediaType === undefined
        ? msg('{kind}, {size}', { kind, size })
        : msg('{kind}, {mediaType}, {size}', { kind, mediaType, size })
    }
    case 'url':
      return msg('{kind} at an address that is not visited', { kind })
    case 'id':
      return msg('{kind} that was uploaded before', { kind })
    case 'unknown':
      return msg('{kind}; the line does not say where it is', { kind })
  }
}
