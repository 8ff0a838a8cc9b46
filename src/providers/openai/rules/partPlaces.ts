// Where a part of a prompt stands, in words, counted from 1.
import { type Message, msg } from '../../../i18n/message.ts'

export const inMessage = (message = 0, part = 0): Message =>
  msg('Message {message, number}, part {part, number}', { message, part })

export const inItem = (item = 0, part = 0): Message =>
  msg('Item {item, number}, part {part, number}', { item, part })
