// The kinds of things in a generated notice. Several notices share their words, as real ones share "department" and "domain".
import type { Kind, Role } from '../src/knowledge/schema.js'
import type { Random } from './random.js'

/** For each role that a generated thing has, words that no real notice and no cue uses: Chinese name, English singular, English plural. */
const WORDS = {
  group: [
    ['簇系', 'cluster', 'clusters'],
    ['纲目', 'chapter', 'chapters'],
    ['谱系', 'family', 'families'],
  ],
  item: [
    ['课目', 'strand', 'strands'],
    ['分支', 'segment', 'segments'],
    ['线路', 'lane', 'lanes'],
    ['单元', 'module', 'modules'],
  ],
  track: [
    ['通道', 'pathway', 'pathways'],
    ['赛组', 'division', 'divisions'],
  ],
  applicant: [
    ['承担方', 'undertaker', 'undertakers'],
    ['响应方', 'respondent', 'respondents'],
  ],
  organisation: [
    ['主管署', 'bureau office', 'bureau offices'],
    ['管理署', 'directorate', 'directorates'],
  ],
  person: [
    ['评议员', 'reviewer', 'reviewers'],
    ['观察员', 'observer', 'observers'],
  ],
  activity: [['违例', 'infraction', 'infractions']],
} as const satisfies Partial<Record<Role, readonly (readonly [string, string, string])[]>>

const DEFAULTS: Partial<Record<Role, string>> = { item: 'membership', organisation: 'issuer', person: 'opinion' }

export function generateKinds(random: Random): Kind[] {
  return (Object.keys(WORDS) as (keyof typeof WORDS)[]).map((role) => {
    const words: readonly (readonly [string, string, string])[] = WORDS[role]
    const [zh, en, plural] = random.pick(words)
    const usual = DEFAULTS[role]
    return {
      id: role,
      role,
      name: { zh, en },
      measure: { zh: '个', en: '' },
      plural: { en: plural },
      aliases: { zh: [`${zh}项`], en: [plural] },
      ...(usual ? { default: usual } : {}),
    }
  })
}
