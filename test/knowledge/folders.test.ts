// Slips with whole files and folders, and all problems at once.
import { symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { KnowledgeError } from '../../src/knowledge/notice.js'
import { loadKnowledge, readKnowledge } from '../../src/knowledge/read.js'
import { type Files, LANGUAGE, packWith, problemsOf, problemsWithSource, SMALL_PACK, write } from './small-pack.js'

const PACK = 'knowledge/library-opening'

/** The small pack with files replaced, added, or (null) taken away. */
function filesWith(change: Files): Files {
  return { ...SMALL_PACK, ...change }
}

/** The small pack's files under another folder. */
function movedTo(folder: string): Files {
  return Object.fromEntries(Object.entries(SMALL_PACK).map(([path, text]) => [path.replace(PACK, `knowledge/${folder}`), text]))
}

describe('a pack without a slip', () => {
  test('the small pack has no problem', () => {
    expect(problemsWithSource(SMALL_PACK)).toEqual([])
  })

  test('rules and gaps may be left out, or hold nothing but a comment', () => {
    expect(problemsOf(filesWith({ [`${PACK}/eligibility.yaml`]: null, [`${PACK}/gaps.yaml`]: '# none yet\n' }))).toEqual([])
  })

  test('folders that begin with a dot, and files beside the notices, are passed over', () => {
    expect(
      problemsOf(filesWith({ 'knowledge/.git/notice.yaml': 'x', 'knowledge/README.md': 'x', [`${PACK}/.facts.yaml.swp`]: 'x' })),
    ).toEqual([])
  })

  test('Windows line ends and a byte order mark change nothing', () => {
    const windows = Object.fromEntries(
      Object.entries(SMALL_PACK).map(([path, text]) => [path, `\uFEFF${String(text).replaceAll('\n', '\r\n')}`]),
    )
    expect(problemsWithSource(filesWith({ ...windows, 'sources/library.txt': SMALL_PACK['sources/library.txt'] ?? null }))).toEqual([])
  })

  test('a notice that is a link to a folder is read', () => {
    const root = write({ ...movedTo('other'), 'linked/keep': '' })
    symlinkSync(join(root, 'knowledge/other'), join(root, 'linked/library-opening'))
    expect(readKnowledge(join(root, 'linked'), LANGUAGE).notices.map(({ id }) => id)).toEqual(['library-opening'])
  })
})

describe('a file that is not there, or cannot be read', () => {
  test('a missing file is named, and the others are checked without it', () => {
    const files = { ...packWith(['facts', 'aspect: [start-date]', 'aspect: [strat-date]']), [`${PACK}/things.yaml`]: null }
    expect(problemsOf(files)).toEqual([
      'library-opening/things.yaml:1:1: the file is missing; create it',
      'library-opening/facts.yaml:3:12: there is no aspect "strat-date"; did you mean "start-date"? If not, name one of language/aspects.yaml',
    ])
  })

  test('an empty file is named', () => {
    expect(problemsOf(filesWith({ [`${PACK}/facts.yaml`]: '', [`${PACK}/eligibility.yaml`]: null, [`${PACK}/gaps.yaml`]: null }))).toEqual([
      'library-opening/facts.yaml:1:1: the file is empty; write its entries, each beginning with "- id: …"',
    ])
  })

  test('an empty notice is answered with its keys', () => {
    expect(problemsOf(filesWith({ [`${PACK}/notice.yaml`]: '# nothing yet\n' }))).toEqual([
      'library-opening/notice.yaml:1:1: the file is empty; write its keys (id, title, short, time_zone, source, sources, follows, whole, kinds)',
    ])
  })

  test('a file under a name that is not quite right is named with the right one', () => {
    const files = filesWith({
      [`${PACK}/gaps.yaml`]: null,
      [`${PACK}/gaps.yml`]: '[]',
      [`${PACK}/fact.yaml`]: '[]',
      [`${PACK}/more.yaml`]: '[]',
    })
    expect(problemsOf(files)).toEqual([
      'library-opening/fact.yaml:1:1: the file is not read under this name; rename it to "facts.yaml", or move it away',
      'library-opening/gaps.yml:1:1: the file is not read under this name; rename it to "gaps.yaml", or move it away',
      'library-opening/more.yaml:1:1: the file is not read under this name; its content belongs in one of notice.yaml, things.yaml, facts.yaml, eligibility.yaml, gaps.yaml, or move it away',
    ])
  })

  test('a file that is not saved as UTF-8 is named at the first line that shows it', () => {
    const gbk = Buffer.concat([
      Buffer.from('- aspect: application-deadline\n  nearest: [opening-day] # '),
      Buffer.from([0xbf, 0xaa, 0xb9, 0xdd]),
      Buffer.from('\n'),
    ])
    expect(problemsOf(filesWith({ [`${PACK}/gaps.yaml`]: gbk }))).toEqual([
      'library-opening/gaps.yaml:2:1: the file is not saved as UTF-8; save it again with the encoding UTF-8',
    ])
  })

  test('a folder where a file is wanted is named', () => {
    expect(problemsOf(filesWith({ [`${PACK}/gaps.yaml`]: null, [`${PACK}/gaps.yaml/x`]: '' }))).toEqual([
      'library-opening/gaps.yaml:1:1: the file cannot be read (EISDIR); put a text file that you may read in its place',
    ])
  })
})

describe('the folders of notices', () => {
  test('a notice in a folder of another name is named', () => {
    expect(problemsOf(movedTo('library'))).toEqual([
      'library/notice.yaml:2:5: the id is "library-opening" but the folder is "library"; make them equal',
    ])
  })

  test('of two notices with one id, the one in the wrong folder is named', () => {
    expect(problemsOf({ ...SMALL_PACK, ...movedTo('library-opening-copy') })).toEqual([
      'library-opening-copy/notice.yaml:2:5: the id is "library-opening" but the folder is "library-opening-copy"; make them equal',
    ])
  })

  test('a folder without a notice is named', () => {
    expect(problemsOf({ 'knowledge/README.md': '' })).toEqual([
      'knowledge:1:1: there is no notice in this folder; name one that holds one folder for each notice',
    ])
  })

  test('folders of which none is a notice are told in one line', () => {
    const files = { 'knowledge/apt/a.conf': '', 'knowledge/netplan/50-cloud.yaml': 'x', 'knowledge/empty/deep/notice.yaml': 'x' }
    const line = 'knowledge:1:1: no folder here holds a notice.yaml; name the folder that holds one folder for each notice'
    expect(problemsOf(files)).toEqual([line])
  })

  test('a folder that was meant to be a notice is told what it lacks', () => {
    const renamed = filesWith({ [`${PACK}/notice.yaml`]: null, [`${PACK}/notice.yml`]: SMALL_PACK[`${PACK}/notice.yaml`] ?? null })
    expect(problemsOf(renamed).slice(0, 2)).toEqual([
      'library-opening/notice.yml:1:1: the file is not read under this name; rename it to "notice.yaml", or move it away',
      'library-opening/notice.yaml:1:1: the file is missing; create it',
    ])
  })

  test('a folder that does not exist is named', () => {
    expect(problemsOf({})).toEqual(['knowledge:1:1: this folder does not exist; name the folder that holds one folder for each notice'])
  })

  test('a file in the place of the folder is named', () => {
    expect(problemsOf({ knowledge: '' })).toEqual(['knowledge:1:1: this is a file; name the folder that holds one folder for each notice'])
  })

  test('the folder of one notice is told from the folder of all', () => {
    const root = write(SMALL_PACK)
    const dir = join(root, PACK)
    expect(readKnowledge(dir, LANGUAGE).problems).toEqual([
      { file: relative('.', dir), line: 1, column: 1, message: 'this is the folder of one notice; name the folder above it' },
    ])
  })
})

describe('all problems at once', () => {
  const SLIPS = packWith(
    ['notice', 'role: group', 'role: gruop'],
    ['things', '[maps, atlas room]', '[maps, 7]'],
    ['things', 'zh: 音乐室', 'zh: 音樂室'],
    ['facts', 'about: [ground-floor]', 'about: [cellar]'],
    ['facts', '    en: The library opens on 1 April 2030.\n', ''],
    ['eligibility', 'fact: who-may-have-a-card', 'fact: who'],
    ['gaps', '- aspect: application-deadline', '- aspect: [application-deadline'],
  )
  const LINES = [
    'library-opening/notice.yaml:18:11: "gruop" is not known here; did you mean "group"? If not, write one of group, item, track, applicant, participant, organisation, person, activity',
    'library-opening/things.yaml:13:16: a text is wanted, but YAML reads 7 as a number; put it in quotes: "7"',
    'library-opening/things.yaml:17:15: "音樂室" has traditional characters; write 乐 for 樂',
    'library-opening/facts.yaml:6:5: the English text is missing; add "en: …"',
    'library-opening/facts.yaml:10:11: there is no thing or kind "cellar"; add it to things.yaml, or name a thing or kind that exists',
    'library-opening/eligibility.yaml:3:9: there is no fact "who"; add it to facts.yaml, or name a fact that is there',
    'library-opening/gaps.yaml:1:11: the [ that opens here is not closed; add ] at its end',
  ]

  test('broken YAML in one file and slips in the others are told together, in the order of the files', () => {
    expect(problemsOf(SLIPS)).toEqual(LINES)
  })

  test('a good notice is read beside a bad one', () => {
    const root = write({ ...SMALL_PACK, 'knowledge/other/notice.yaml': 'id: other' })
    const { notices, problems } = readKnowledge(join(root, 'knowledge'), LANGUAGE)
    expect([notices.map(({ id }) => id), problems.length > 0]).toEqual([['library-opening'], true])
  })

  test('the program is refused with every one of them', () => {
    const root = write(SLIPS)
    const dir = join(root, 'knowledge')
    const refused = (): unknown => {
      try {
        return loadKnowledge(dir, LANGUAGE)
      } catch (error) {
        return error
      }
    }
    const error = refused()
    expect(error).toBeInstanceOf(KnowledgeError)
    expect((error as Error).message.replaceAll(`${relative('.', dir)}/`, '').split('\n')).toEqual(LINES)
  })
})
