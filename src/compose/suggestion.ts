// An offer → the question that it asks, with the id by which it is answered.
import type { Lang, Suggestion } from '../answer.js'
import type { Offer } from '../decide/verdict.js'
import type { Library, Thing } from '../knowledge/library.js'
import type { Aspect, Tongue } from '../language/language.js'
import { choiceId } from '../query/choice.js'
import { fill, nameOf } from './fill.js'
import { scriptOf } from './script-of.js'

export function suggestionOf(offer: Offer, lang: Lang, library: Library): Suggestion {
  const tongue: Tongue = lang === 'en' ? 'en' : 'zh'
  const script = scriptOf(lang, library)
  if (offer.kind === 'aspect')
    return {
      id: choiceId(offer.thing.notice.id, [offer.thing.entry.id], offer.aspect.id),
      label: script(questionFor(offer.aspect, nameOf(offer.thing, tongue), tongue)),
    }
  if (offer.kind === 'notice') return { id: offer.id, label: script(offer.notice.file.short[tongue]) }
  const { fact } = offer
  const about = fact.entry.about[0] as string
  const thing = library.things.get(`${fact.notice.id}/${about}`)
  const kind = fact.notice.kinds.get(about)
  const name = thing ? shortNameOf(thing, tongue) : tongue === 'en' ? (kind?.plural.en ?? about) : (kind?.name.zh ?? about)
  const aspect = library.language.aspects.get(fact.entry.aspect[0] as string)
  const listed = kind && aspect?.op === 'members'
  if (listed) return { id: fact.id, label: script(fill(library.language, tongue, 'ask-list', { things: name })) }
  return { id: fact.id, label: script(aspect ? questionFor(aspect, name, tongue) : name) }
}

/** The whole is called by its short name, where it has one. */
function shortNameOf(thing: Thing, tongue: Tongue): string {
  return thing.whole ? (thing.entry.short ?? thing.entry.name)[tongue] : nameOf(thing, tongue)
}

/** The question that asks for an aspect of something that is called so. */
export function questionFor(aspect: Aspect, name: string, tongue: Tongue): string {
  if (aspect.ask) return aspect.ask[tongue].replace('{things}', name)
  return tongue === 'zh' ? `${name}：${aspect.label.zh}` : `${name}: ${aspect.label.en}`
}
