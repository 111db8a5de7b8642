// How the program is started where nobody types `npm start`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../adapters/root.js'

const text = (file: string): string => readFileSync(join(packageRoot(), file), 'utf8')

it('the container and the service start the program of npm start, both with room for what lives shortly', () => {
  const { scripts } = JSON.parse(text('package.json')) as { scripts: { start: string } }
  const [command] = /^CMD (.*)$/m.exec(text('Dockerfile'))?.slice(1) ?? []
  const [service] = /^ExecStart=\/usr\/bin\/(.*)$/m.exec(text('deploy/asknotice.service'))?.slice(1) ?? []
  const roomy = scripts.start.replace(/^node /, 'node --max-semi-space-size=64 ')
  expect([(JSON.parse(command ?? '[]') as string[]).join(' '), service]).toEqual([roomy, roomy])
})
