// `npm run preview`: both platforms in the browser, before there is any token.
import { askedToEnd } from '../asked-to-end.js'
import { begin } from '../begin.js'
import { Pictures } from '../figure/pictures.js'
import { HttpServer } from '../http-server.js'
import { KnowledgeOfTheMoment } from '../knowledge-of-the-moment.js'
import { localeOf } from '../locale.js'
import { createLog } from '../pino-log.js'
import { runProgram } from '../run-program.js'
import { readEnvFile } from '../settings/env-file.js'
import { readSettings } from '../settings/read-settings.js'
import { sentence } from '../wording.js'
import { isLoopback } from './door/host.js'
import { Key } from './door/key.js'
import { Preview } from './preview.js'

const USUAL = { host: '127.0.0.1', port: 8787 }

async function main(): Promise<void> {
  readEnvFile()
  const { knowledgeDir, http: { host, port } = USUAL, log: settings } = readSettings(process.env)
  const begun = await begin(knowledgeDir)
  const asked = askedToEnd()
  const { log } = createLog(settings)
  const http = new HttpServer(log)
  const told = (): void => preview.refresh()
  const knowledge = new KnowledgeOfTheMoment(begun, log, told, told)
  const pictures = new Pictures(log)
  void pictures.warm()
  const preview = new Preview(knowledge, pictures)
  const key = isLoopback(host) ? undefined : new Key(port)
  preview.open(http, { host, key })
  await http.listen({ host, port })
  const unwatch = knowledge.watch()
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/${key?.query ?? ''}`
  console.log(sentence(begun.assistant.library.language, localeOf(process.env) ?? 'en', 'preview-open', { address }))
  await asked
  await unwatch()
  await preview.end()
  await http.end()
  await pictures.end()
}

await runProgram(main)
