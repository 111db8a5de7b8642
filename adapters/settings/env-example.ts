// The file .env.example, from what the program reads: `npm run env-example` writes it, and a test holds the two equal.
import { VARIABLES } from './variables.js'

export function envExample(): string {
  const head = [
    '# Settings of Asknotice. Copy to .env, or set them in the environment, which comes first. All are optional:',
    '# with no token set, `npm start` opens the chat in the terminal.',
  ]
  const variables = VARIABLES.flatMap(({ name, about, example }) => [...(about === '' ? [] : ['', `# ${about}`]), `# ${name}=${example}`])
  return `${[...head, ...variables].join('\n')}\n`
}
