// `npm run env-example`: writes .env.example from the variables that the program reads.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../adapters/root.js'
import { envExample } from '../adapters/settings/env-example.js'

writeFileSync(join(packageRoot(), '.env.example'), envExample())
