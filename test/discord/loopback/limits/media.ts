// Files of a message and the components that show them: in Components V2 a file that no component names is not seen.
import { ComponentType, MessageFlags } from 'discord.js'
import { walk } from '../components.js'
import { problem, REFUSED } from '../errors.js'
import { asObject, asText, type JsonObject, objects } from '../json.js'
import type { Files } from '../messages.js'

/** What every server takes, together. */
const MOST_BYTES = 10 * 2 ** 20
const SCHEME = 'attachment://'

/** Refuses what names a file that is not there, and a file that nothing shows. */
export function checkMedia(components: unknown, files: readonly Files[], flags: number): void {
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) throw REFUSED.tooLarge()
  const named = galleries(components).flatMap(({ component, path }) =>
    objects(component.items).map((item, i) => ({ url: asText(asObject(item.media)?.url), path: [...path, 'items', i, 'media', 'url'] })),
  )
  const problems = named.flatMap(({ url, path }) => {
    const there = !url.startsWith(SCHEME) || files.some(({ name }) => `${SCHEME}${name}` === url)
    return there ? [] : [problem(path, 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', 'No such file was sent.')]
  })
  const isLayout = (flags & MessageFlags.IsComponentsV2) !== 0
  const unseen = files.filter(({ name }) => isLayout && !named.some(({ url }) => url === `${SCHEME}${name}`))
  problems.push(...unseen.map(({ name }) => problem(['attachments'], 'LOOPBACK_UNSEEN_FILE', `Nothing shows ${name}.`)))
  if (problems.length > 0) throw REFUSED.invalidForm(problems)
}

/** Components as Discord hands them back: files have addresses of their own. */
export function shown(components: readonly unknown[], attachments: readonly object[]): readonly unknown[] {
  return components.map((one) => {
    const component = asObject(one)
    if (component?.type !== ComponentType.MediaGallery) return one
    return {
      ...component,
      items: objects(component.items).map((item) => ({ ...item, media: resolved(asText(asObject(item.media)?.url), attachments) })),
    }
  })
}

function resolved(url: string, attachments: readonly object[]): JsonObject {
  const file = attachments.map(asObject).find((one) => `${SCHEME}${asText(one?.filename)}` === url)
  return file ? { url: file.url, proxy_url: file.url, attachment_id: file.id } : { url }
}

function galleries(components: unknown) {
  return walk(components, ['components']).filter(({ component }) => component.type === ComponentType.MediaGallery)
}
