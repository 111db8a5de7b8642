// The facts of a generated notice: what every real one states of its things, aspect by aspect, in sentences of real length.
import { type FactEntry, factsSchema, type Text, type Value } from '../src/knowledge/schema.js'
import type { ThingDraft } from './generate-things.js'
import type { Random } from './random.js'

/** Clauses that bring a sentence to the length that facts of real notices have. */
const TAILS: readonly Text[] = [
  { zh: '并按季度汇总进展、逐级上报', en: 'with progress summed up every quarter and passed on from level to level' },
  { zh: '并与相邻地区共享样本数据', en: 'and shares its sample data with the neighbouring areas concerned' },
  { zh: '并由第三方每年核对一次台账', en: 'and its ledgers are compared once a year by a third party' },
  { zh: '并优先采用已经验证过的设备', en: 'with preference for equipment that has already been tried and tested' },
]

export type Things = Readonly<
  Record<'whole' | 'group' | 'item' | 'track' | 'applicant' | 'organisation' | 'person' | 'activity' | 'topic', readonly ThingDraft[]>
>

type Draft = Pick<FactEntry, 'about' | 'aspect' | 'text' | 'says'> & { readonly value?: Value }

/** At most `count` facts; what stands for the whole comes first, so that a short notice has it too. */
export function generateFacts(things: Things, count: number, random: Random): FactEntry[] {
  const drafts = [
    ...ofWhole(things),
    ...ofGroups(things),
    ...ofItems(things, random),
    ...ofPeople(things, random),
    ...ofTopics(things, random),
  ]
  return factsSchema.parse(
    drafts
      .slice(0, count)
      .map((draft, i) => ({ id: `f-${i + 1}`, ...draft, source: { paragraph: 1 + (i % 60), evidence: draft.text.zh.slice(0, 12) } })),
  )
}

function ofWhole({ whole, organisation, item, track, applicant, activity }: Things): Draft[] {
  const about = whole.map((thing) => thing.id)
  const [zh, en] = [list(whole, 'zh'), list(whole, 'en')]
  const [first, second] = track as [ThingDraft, ThingDraft]
  return [
    {
      about,
      aspect: ['issuer'],
      value: { things: ids(organisation.slice(0, 3)), complete: false },
      says: 'notice',
      text: {
        zh: `${zh}由${list(organisation.slice(0, 3), 'zh')}等单位印发。`,
        en: `${en} was issued by ${list(organisation.slice(0, 3), 'en')} and others.`,
      },
    },
    {
      about: ['item'],
      aspect: ['count'],
      value: { count: item.length },
      says: 'notice',
      text: { zh: `共列出${item.length}项。`, en: `There are ${item.length} of them in all.` },
    },
    {
      about: ['track'],
      aspect: ['types'],
      value: { things: ids(track), complete: true },
      says: 'notice',
      text: { zh: `分为${list(track, 'zh')}。`, en: `There are ${list(track, 'en')}.` },
    },
    {
      about: ['activity', ...ids(activity)],
      aspect: ['prohibition'],
      value: { things: ids(activity), complete: true },
      says: 'notice',
      text: { zh: `禁止${list(activity, 'zh')}。`, en: `Forbidden are ${list(activity, 'en')}.` },
    },
    {
      about: [first.id],
      aspect: ['eligibility'],
      says: 'notice',
      text: {
        zh: `${first.name.zh}由${list(applicant.slice(0, 2), 'zh')}申报。`,
        en: `${first.name.en} is open to ${list(applicant.slice(0, 2), 'en')}.`,
      },
    },
    {
      about: [second.id],
      aspect: ['eligibility'],
      says: 'notice',
      text: {
        zh: `${second.name.zh}由${list(applicant.slice(2), 'zh')}申报。`,
        en: `${second.name.en} is open to ${list(applicant.slice(2), 'en')}.`,
      },
    },
  ]
}

function ofGroups({ group, item }: Things): Draft[] {
  return group.map((thing): Draft => {
    const members = item.filter((member) => member.part_of === thing.id)
    return {
      about: [thing.id],
      aspect: ['membership'],
      value: { things: ids(members), complete: true },
      says: 'notice',
      text: { zh: `${thing.name.zh}包括${list(members, 'zh')}。`, en: `${thing.name.en} comprises ${list(members, 'en')}.` },
    }
  })
}

function ofItems({ item, organisation, whole }: Things, random: Random): Draft[] {
  const says = whole[0]?.id as string
  return item.flatMap((thing): Draft[] => {
    const about = [thing.id, ...(thing.part_of ? [thing.part_of] : [])]
    const lead = random.pick(organisation)
    const tail = random.pick(TAILS)
    const year = random.between(2024, 2031)
    return [
      {
        about,
        aspect: ['lead'],
        value: { things: [lead.id], complete: true },
        says,
        text: {
          zh: `${thing.name.zh}由${lead.name.zh}牵头，${tail.zh}。`,
          en: `${thing.name.en} is led by the ${lead.name.en}, ${tail.en}.`,
        },
      },
      {
        about,
        aspect: ['scope'],
        says,
        text: {
          zh: `${thing.name.zh}先在${random.between(3, 40)}个县试行，${tail.zh}。`,
          en: `${thing.name.en} is first tried out in ${random.between(3, 40)} counties, ${tail.en}.`,
        },
      },
      {
        about,
        aspect: ['completion-deadline'],
        value: { date: `${year}-06-30`, precision: 'day' },
        says,
        text: { zh: `${thing.name.zh}应于${year}年6月30日前完成。`, en: `${thing.name.en} is to be completed by 30 June ${year}.` },
      },
      {
        about,
        aspect: ['aim'],
        says,
        text: {
          zh: `${thing.name.zh}要把损耗降低${random.between(5, 60)}%，${tail.zh}。`,
          en: `${thing.name.en} is to cut losses by ${random.between(5, 60)} per cent, ${tail.en}.`,
        },
      },
    ]
  })
}

function ofPeople({ person, topic }: Things, random: Random): Draft[] {
  return person.flatMap((speaker): Draft[] => {
    const matter = random.pick(topic)
    const tail = random.pick(TAILS)
    return [
      {
        about: [matter.id, speaker.id],
        aspect: ['opinion'],
        says: speaker.id,
        text: {
          zh: `${speaker.name.zh}认为，${matter.name.zh}仍需三到五年，${tail.zh}。`,
          en: `${speaker.name.en} says that ${matter.name.en} needs three to five more years, ${tail.en}.`,
        },
      },
      {
        about: [speaker.id],
        aspect: ['identity'],
        says: 'notice',
        text: {
          zh: `${speaker.name.zh}是${matter.name.zh}课题组的召集人。`,
          en: `${speaker.name.en} convenes the working group on ${matter.name.en}.`,
        },
      },
    ]
  })
}

function ofTopics({ topic }: Things, random: Random): Draft[] {
  return topic.map((thing): Draft => {
    const tail = random.pick(TAILS)
    return {
      about: [thing.id],
      aspect: ['principle'],
      says: 'notice',
      text: { zh: `推进${thing.name.zh}要因地制宜，${tail.zh}。`, en: `${thing.name.en} is to be fitted to local conditions, ${tail.en}.` },
    }
  })
}

function ids(things: readonly ThingDraft[]): string[] {
  return things.map((thing) => thing.id)
}

function list(things: readonly ThingDraft[], tongue: 'zh' | 'en'): string {
  return things.map((thing) => thing.name[tongue]).join(tongue === 'zh' ? '、' : ', ')
}
