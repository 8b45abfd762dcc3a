/** The rooms of a case over the wire, the same for a party and a mediator: every message states who was shown to see it. */

import { headers, OFFLINE, refusalOf, request, urlOf } from './request'
import type { Picked } from './uploads'
import type { components } from '../../../client/schema'

export type Room = components['schemas']['TalkRoomOut']
export type Said = components['schemas']['RoomMessagesOut']
export type Message = components['schemas']['RoomMessageOut']

export interface Stated {
  audience: string
  key: string
  text: string
}

/** The case's rooms as this person may enter them; `base` is `/mediation/mine/7` or `/mediation/cases/7`. */
export function roomsOf(base: string): Promise<Room[]> {
  return request<Room[]>('GET', `${base}/rooms`)
}

export function messagesOf(base: string, room: string, after = 0): Promise<Said> {
  return request<Said>('GET', `${base}/rooms/${room}/messages?after=${after}`)
}

export function say(base: string, room: string, stated: Stated): Promise<Message> {
  return request<Message>('POST', `${base}/rooms/${room}/messages`, stated)
}

export function seen(base: string, room: string, messageId: number): Promise<unknown> {
  return request('POST', `${base}/rooms/${room}/seen`, { message_id: messageId })
}

/** Send a picture or a file to a room, with the audience that was shown. */
export function sayWithFile(base: string, room: string, stated: Stated, picked: Picked): Promise<Message> {
  return new Promise((resolve, reject) => {
    uni.uploadFile({
      url: urlOf(`${base}/rooms/${room}/files`),
      header: headers('POST'),
      // In a list: the browser's file without a path is sent and told as failed at once.
      ...(picked.file ? { files: [{ name: 'file', file: asFile(picked) }] } : { name: 'file', filePath: picked.path }),
      formData: { ...stated },
      success: ({ statusCode, data }) => {
        const body = told(data)
        if (statusCode === 200) resolve(body as Message)
        else reject(statusCode ? refusalOf(statusCode, body) : OFFLINE)
      },
      fail: () => reject(OFFLINE),
    })
  })
}

function told(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return null
  }
}

function asFile(picked: Picked): File {
  return new File([picked.file as Blob], picked.name)
}
