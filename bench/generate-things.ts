// The things of a generated notice: groups of items, organisations, persons, topics …, each with names and aliases in both languages.
import type { Role, ThingEntry } from '../src/knowledge/schema.js'
import { capital, type Names } from './names.js'
import type { Random } from './random.js'

/** A thing as an editor writes it: what the schema fills in by itself is left out. */
export type ThingDraft = Pick<ThingEntry, 'id' | 'kind' | 'name' | 'aliases'> & Partial<ThingEntry>

/** What such things are called after their stem. */
const SUFFIXES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  group: [
    ['集群', 'cluster group'],
    ['板块群', 'sector group'],
  ],
  item: [
    ['测绘', 'mapping'],
    ['灌溉', 'irrigation'],
    ['仓配', 'warehousing'],
    ['育种', 'breeding'],
    ['冶炼', 'smelting'],
    ['航运', 'shipping'],
    ['印染', 'dyeing'],
    ['遥感', 'remote sensing'],
  ],
  track: [
    ['甲组', 'upper division'],
    ['乙组', 'lower division'],
  ],
  applicant: [
    ['联社', 'guildhall'],
    ['农垦场', 'estate'],
    ['工坊', 'workshop'],
  ],
  organisation: [
    ['管理总署', 'directorate'],
    ['委员署', 'commission office'],
    ['监理厅', 'inspectorate'],
  ],
  activity: [
    ['倒卖', 'resale'],
    ['囤积', 'hoarding'],
  ],
  topic: [
    ['标准化', 'standardisation'],
    ['轮作', 'rotation'],
    ['共管', 'co-management'],
    ['溯源', 'traceability'],
  ],
}

/** Makes `count` things of a kind. `parents` are spread over them evenly as what they are part of. */
export function generateThings(
  kind: Role | 'topic',
  count: number,
  names: Names,
  random: Random,
  parents: readonly ThingDraft[] = [],
): ThingDraft[] {
  return Array.from({ length: count }, (_, i) => {
    const parent = parents[i % Math.max(1, parents.length)]
    const named = kind === 'person' ? person(names) : thing(kind, names, random)
    return { id: `${kind}-${i + 1}`, kind, ...named, ...(parent ? { part_of: parent.id } : {}) }
  })
}

type Named = Pick<ThingDraft, 'name' | 'aliases' | 'loose'>

/** The names that editors give: the bare stem, the stem with what it is, a part of it, and what people say instead. */
function thing(kind: string, names: Names, random: Random): Named {
  const [stem, other] = [names.stem(), names.stem()]
  const [zh, en] = random.pick(SUFFIXES[kind] as readonly (readonly [string, string])[])
  return {
    name: { zh: stem.zh + zh, en: `${capital(stem.en)} ${en}` },
    aliases: {
      zh: [stem.zh, `${stem.zh}${zh.slice(0, 1)}`, `新${stem.zh}${zh}`, `${stem.zh}这块`, `${other.zh}${zh}`, other.zh],
      en: [stem.en, `${stem.en} programme`, `${stem.en} ${en} scheme`, `the ${stem.en} ${en}`, other.en, `${other.en} ${en}`],
    },
    loose: { zh: [`${stem.zh.slice(0, 2)}${zh}`], en: [`${stem.en} matters`] },
  }
}

function person(names: Names): Named {
  const name = names.person()
  const [first = '', last = ''] = name.en.toLowerCase().split(' ')
  const short = name.zh.slice(0, 1)
  return {
    name,
    aliases: {
      zh: [`${name.zh}先生`, `${name.zh}老师`, `${short}${name.zh.slice(-1)}老师`, `召集人${name.zh}`],
      en: [`${last} ${first}`, `mr ${last}`, last, `professor ${last}`],
    },
  }
}

/** A notice and its programme: what stands for the whole. */
export function generateWhole(names: Names): ThingDraft[] {
  const stem = names.stem()
  const [zh, en] = [stem.zh, capital(stem.en)]
  return [
    {
      id: 'notice',
      kind: 'notice',
      name: { zh: `《${zh}征集公告》`, en: `the ${en} announcement` },
      aliases: { zh: [`${zh}公告`], en: [`${stem.en} announcement`] },
    },
    {
      id: 'programme',
      kind: 'programme',
      name: { zh: `${zh}示范行动`, en: `the ${en} demonstration` },
      aliases: { zh: [`${zh}示范`], en: [`${stem.en} demonstration`] },
    },
  ]
}
