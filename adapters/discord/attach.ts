// Pictures as files of a message. Where they may not be sent, the message goes out without them.
import { type APIMessageTopLevelComponent, ComponentType, DiscordAPIError } from 'discord.js'
import type { Picture } from '../figure/pictures.js'
import { attachmentUrl } from './attachment-url.js'

export interface File {
  readonly attachment: Buffer
  readonly name: string
}

export function filesOf(pictures: readonly Picture[]): File[] {
  return pictures.map(({ name, png }) => ({ attachment: png, name }))
}

/** What is shown without the pictures. */
export function withoutPictures<T extends { readonly type: ComponentType }>(components: readonly T[]): T[] {
  return components.filter(({ type }) => type !== ComponentType.MediaGallery)
}

/** Pictures as they stood in another message, to be sent with this one under these names. */
export function reattached(components: readonly APIMessageTopLevelComponent[], names: readonly string[]): APIMessageTopLevelComponent[] {
  return components.map((component) =>
    component.type === ComponentType.MediaGallery
      ? {
          type: component.type,
          items: component.items.map(({ description }, i) => ({
            media: { url: attachmentUrl(names[i] ?? '') },
            ...(description ? { description } : {}),
          })),
        }
      : component,
  )
}

/** Missing permissions, or a file that is too large for the place. */
const REFUSED: readonly (string | number)[] = [50_013, 50_001, 40_005]

/** Sends with the files; where they are refused, without. */
export async function sendWith<T>(
  components: readonly APIMessageTopLevelComponent[],
  files: readonly File[],
  send: (message: { components: APIMessageTopLevelComponent[]; files?: File[] }) => Promise<T>,
): Promise<T> {
  if (files.length === 0) return send({ components: [...components] })
  try {
    return await send({ components: [...components], files: [...files] })
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || !REFUSED.includes(error.code)) throw error
    return send({ components: withoutPictures(components) })
  }
}
