import { hexText } from './hexText.ts'

/** 24 hexadecimal digits that no other call gives, in no other thread. `randomUUID` is missing on plain http. */
export function randomId(): string {
  return hexText(crypto.getRandomValues(new Uint8Array(12)))
}
