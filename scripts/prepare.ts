// The last step of the build: reads and checks language and knowledge, and puts them aside for a quick start. Bad knowledge is not
// put aside and stops nothing here: the program names its problems when it starts.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { fingerprint, noticeFolders, type Prepared, preparedFile } from '../adapters/prepared.js'
import { packageRoot } from '../adapters/root.js'
import { createAssistant } from '../src/assistant.js'
import { readKnowledge } from '../src/knowledge/read.js'
import { readLanguage } from '../src/language/read.js'
import { soundsOf } from '../src/query/sound.js'

const root = packageRoot()
const [words, knowledge] = [join(root, 'language'), join(root, 'knowledge')]
rmSync(preparedFile(root), { force: true })
const language = readLanguage(words)
const { notices, problems } = readKnowledge(knowledge, language)
if (problems.length === 0) {
  const sounds = new Map<string, readonly string[]>()
  const { library } = createAssistant(language, notices, (phrase) => {
    const heard = soundsOf(phrase)
    sounds.set(phrase, heard)
    return heard
  })
  // Both are made when they are first needed: the index, and how its words sound.
  library.everyTerm().bySound('')
  const fingerprints = { language: fingerprint([words]), knowledge: fingerprint(noticeFolders(knowledge)) }
  const prepared: Prepared = { fingerprints, language, notices, sounds }
  writeFileSync(preparedFile(root), serialize(prepared))
}
