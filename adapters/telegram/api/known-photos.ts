// A picture that Telegram has been given once is sent by Telegram's id for it from then on, and not uploaded anew.
import type { Message } from '@grammyjs/types'
import { LRUCache } from 'lru-cache'
import type { Picture } from '../../figure/pictures.js'
import { ApiError, Upload } from './bot-api.js'

/** Pictures change with the knowledge and with the day. */
const MOST = 500

export class KnownPhotos {
  /** Telegram's ids, by the names of the pictures. */
  readonly #ids = new LRUCache<string, string>({ max: MOST })

  /** @param send with what is to stand for the picture in the call */
  async attempt(
    { name, png }: Pick<Picture, 'name' | 'png'>,
    send: (photo: Upload | string) => Promise<Message.PhotoMessage>,
  ): Promise<Message.PhotoMessage> {
    const id = this.#ids.get(name)
    if (id !== undefined) {
      try {
        return await send(id)
      } catch (error) {
        // It does not know it any more.
        if (!(error instanceof ApiError) || error.code !== 400 || !/file identifier/i.test(error.said)) throw error
        this.#ids.delete(name)
      }
    }
    const sent = await send(new Upload(png, name))
    // The largest of its sizes is the last.
    const given = sent.photo?.at(-1)?.file_id
    if (given !== undefined) this.#ids.set(name, given)
    return sent
  }
}
