// How commands and their options may be called, in every language.
import { type Path, type Problem, problem } from '../errors.js'
import { asObject, asText, type JsonObject } from '../json.js'
import { isLocale } from '../schema.js'

// Discord's own pattern.
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

const PATTERN = 'String value did not match validation regex: names are letters, numbers, - and _, in lower case where there is one.'

/** The name of a chat input command or of an option, in each of its languages. */
export function checkName(item: JsonObject, path: Path): Problem[] {
  const names = [
    { name: item.name, at: [...path, 'name'] },
    ...Object.entries(asObject(item.name_localizations) ?? {}).map(([locale, name]) => ({
      name,
      at: [...path, 'name_localizations', locale],
    })),
  ]
  return names.flatMap(({ name, at }) =>
    NAME.test(asText(name)) && asText(name) === asText(name).toLowerCase()
      ? []
      : [problem(at, 'APPLICATION_COMMAND_INVALID_NAME', `${PATTERN} (${asText(name)})`)],
  )
}

/** Only languages that Discord has. */
export function checkLocalised(item: JsonObject, path: Path): Problem[] {
  return ['name_localizations', 'description_localizations'].flatMap((key) =>
    Object.keys(asObject(item[key]) ?? {}).flatMap((locale) =>
      isLocale(locale) ? [] : [problem([...path, key, locale], 'BASE_TYPE_CHOICES', `${locale} is none of Discord's locales.`)],
    ),
  )
}
