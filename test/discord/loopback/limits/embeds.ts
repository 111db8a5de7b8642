// What Discord's description does not say of embeds: how long they may be in all, and what must not be empty.
import { type Problem, problem } from '../errors.js'
import { asObject, asText, objects } from '../json.js'

const ALL_EMBEDS = 6_000

export function checkEmbeds(embeds: unknown): Problem[] {
  const found: Problem[] = []
  let total = 0
  objects(embeds).forEach((embed, index) => {
    const fields = objects(embed.fields)
    const texts = [embed.title, embed.description, asObject(embed.footer)?.text, asObject(embed.author)?.name]
    const length = [...texts, ...fields.flatMap(({ name, value }) => [name, value])].reduce(
      (sum: number, text) => sum + asText(text).length,
      0,
    )
    total += length
    if (length === 0 && embed.image === undefined && embed.thumbnail === undefined) {
      found.push(problem(['embeds', index, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required'))
    }
    fields.forEach((field, place) => {
      for (const part of ['name', 'value']) {
        if (asText(field[part]).trim() === '') {
          found.push(problem(['embeds', index, 'fields', place, part], 'BASE_TYPE_REQUIRED', 'This field is required'))
        }
      }
    })
  })
  if (total > ALL_EMBEDS) found.push(problem(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${ALL_EMBEDS}`))
  return found
}
