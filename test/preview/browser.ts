// A real browser on the preview: Debian's chromium, where it is installed.
import { accessSync, constants, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']
const ARTIFACTS = 'artifacts'

/** Where a browser is; undefined where there is none. */
export const executablePath = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  .find(isExecutable)

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Without a sandbox, which root cannot have; it opens nothing but our own page. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: String(executablePath), args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

export interface Visit {
  readonly page: Page
  /** Errors, refusals of the policy, and requests to anybody else. */
  readonly troubles: string[]
  /** Asks, and waits for the answer. */
  ask(text: string): Promise<void>
  /** Writes a picture of what is in sight to artifacts/. */
  picture(name: string): Promise<void>
  /** What axe-core finds wrong with the page as it is. */
  violations(): Promise<string[]>
}

export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1200, height: 840 },
    ...options,
  })
  const page = await context.newPage()
  // Patience with a busy machine.
  page.setDefaultTimeout(90_000)
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) troubles.push(`asked ${request.url()}`)
  })
  await page.goto(url)
  await page.getByRole('textbox').waitFor()
  return {
    page,
    troubles,
    ask: async (text) => {
      const before = await page.locator('.turn').count()
      await page.locator('#question').fill(text)
      await page.keyboard.press('Enter')
      await page.locator('.turn').nth(before).waitFor()
    },
    picture: async (name) => {
      mkdirSync(ARTIFACTS, { recursive: true })
      await page.evaluate('document.fonts.ready.then(() => {})')
      await page.screenshot({ path: join(ARTIFACTS, `${name}.png`), animations: 'disabled' })
    },
    violations: async () => {
      await page.evaluate(axe.source)
      return page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as Axe).axe.run()
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
      })
    },
  }
}

interface Axe {
  readonly axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> }
}
