// The preview in a real browser: asked, pressed, walked through and read as people do. Pictures of it are in artifacts/ afterwards.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executablePath, launch, type Visit, visit } from './browser.js'
import { type Served, served } from './serving.js'

/** What a page could be made to do, if it let itself. */
const ATTEMPTS = `(async () => {
  const violated = new Set()
  document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective))
  const made = (tag, fields) => document.body.append(Object.assign(document.createElement(tag), fields))
  const attempts = [
    () => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="taken=1">'),
    () => made('script', { textContent: 'taken = 1' }),
    () => made('script', { src: 'https://example.org/x.js' }),
    () => made('img', { src: 'https://example.org/x.png' }),
  ]
  for (const attempt of attempts) try { attempt() } catch {}
  await new Promise((resolve) => setTimeout(resolve, 300))
  return { violated: [...violated].sort(), taken: 'taken' in globalThis }
})()`

/** What has the focus, within a component as well. */
const FOCUSED = `(() => {
  const outer = document.activeElement
  const inner = outer.shadowRoot?.activeElement ?? outer
  return inner.tagName.toLowerCase() + ' ' + outer.textContent.trim().slice(0, 24)
})()`

if (!executablePath) console.warn('no chromium in PATH: the preview is not looked at in a browser')

/** A machine that has much else to do takes its time. */
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 90_000 })

describe.skipIf(!executablePath)('in a browser', { timeout: 300_000 }, () => {
  let on: Served
  let browser: Browser

  beforeAll(async () => {
    on = await served({ only: 'blockchain-pilots-2021' })
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await on?.end()
  })

  const open = (options: Parameters<typeof visit>[2] = {}): Promise<Visit> => visit(browser, on.url, options)
  const last = (one: Visit) => one.page.locator('.turn').last()
  const show = (one: Visit, name: string): Promise<void> => one.page.getByRole('button', { name, exact: true }).click()

  it('in English: a question, a button, an item of a list, each as either platform shows it', async () => {
    const one = await open()
    const { page } = one
    await one.picture('welcome')
    await page.getByRole('button', { name: 'Who may apply for the pilot?' }).click()
    await page.locator('.turn').waitFor()
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.locator('.welcome').waitFor()

    await one.ask('Who leads trade finance?')
    await soon(() => last(one).locator('.discord').textContent()).toContain("People's Bank of China (PBOC)")
    await last(one).getByRole('button', { name: 'What are the categories?' }).click()
    await soon(() => page.locator('.turn').count()).toBe(2)
    expect(await last(one).locator('h2').textContent()).toContain('What are the categories?')

    await one.ask('list all domains')
    const select = last(one).locator('select')
    await select.selectOption({ index: 3 })
    await soon(() => page.locator('.turn').count()).toBe(4)
    await page.locator('.turn').nth(2).scrollIntoViewIfNeeded()
    await one.picture('discord-list')

    await show(one, 'Telegram')
    await soon(() => page.locator('.turn').first().locator('.telegram blockquote').textContent()).toContain('paragraph 27')
    await page.locator('.turn').first().getByRole('button', { name: 'Who may apply for the pilot?' }).click()
    await soon(() => page.locator('.turn').count()).toBe(5)
    await one.picture('telegram')
    await show(one, 'Plain text')
    await soon(() => page.locator('.turn').first().locator('.plain').textContent()).toContain('Source: ')
    await one.picture('plain-text')
    expect(one.troubles).toEqual([])
  })

  it('the dialog is walked through on both platforms', async () => {
    const one = await open()
    const { page } = one
    await one.ask('/eligibility')
    // One choice after the other: the second is made on what the first has brought.
    const chosen = page.waitForResponse((response) => response.request().method() === 'POST')
    await last(one).getByLabel('Who wants to apply?', { exact: true }).selectOption('universities')
    await chosen
    await page.waitForTimeout(1000)
    await last(one).getByLabel('Which type?').selectOption({ index: 1 })
    await soon(() => last(one).locator('.discord .text').textContent()).toMatch(/universities/i)
    await last(one).getByRole('button', { name: 'Share here' }).waitFor()
    await one.picture('discord-dialog')
    await show(one, 'Telegram')
    await last(one).getByRole('button', { name: 'More ›' }).click()
    await soon(() => last(one).locator('.body').textContent()).toContain('(2/3)')
    await last(one).locator('.keys button').first().click()
    await last(one).getByRole('button', { name: 'comprehensive pilot' }).click()
    await soon(() => last(one).locator('.body').textContent()).toContain('Source: ')
    expect(await page.locator('.turn').count()).toBe(1)
    await one.picture('telegram-dialog')
    expect(one.troubles).toEqual([])
  })

  it('in Chinese, with the explanation and the payload, before and after a deadline', async () => {
    const one = await open({ locale: 'zh-CN' })
    const { page } = one
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans')
    await one.ask('试点什么时候要完成？')
    await page.getByLabel('时钟').selectOption('2023-12-30')
    await soon(() => last(one).locator('.discord').textContent()).toContain('还剩')
    await page.getByLabel('时钟').selectOption('2024-01-01')
    await soon(() => last(one).locator('.discord').textContent()).toContain('现已过期')
    await page.getByText('为什么这样回答').click()
    await soon(() => page.locator('.why').textContent()).toContain('completion-deadline')
    await page.getByText('发送内容').click()
    await soon(() => page.locator('.sent').textContent()).toContain('"allowed_mentions"')
    await one.picture('chinese-why')
    await page.getByLabel('页面语言').selectOption('zh-Hant')
    await page.getByText('為什麼這樣回答').waitFor()
    await page.getByLabel('頁面語言').selectOption('en')
    await page.getByText('Why this answer').waitFor()
    expect(one.troubles).toEqual([])
  })

  it('an edit of a fact shows at once, and a broken file is named at its line', async () => {
    const one = await open()
    const file = join(on.folder, 'blockchain-pilots-2021', 'facts.yaml')
    const good = readFileSync(file, 'utf8')
    await one.ask('Who leads trade finance?')
    writeFileSync(file, good.replaceAll('is led by the People', 'is led by nobody but the People'))
    await soon(() => last(one).locator('.discord').textContent()).toContain('nobody but the People')
    writeFileSync(file, good.replace('  about: ', '  abbout: '))
    await soon(() => one.page.getByRole('alert').textContent()).toMatch(/facts\.yaml:\d+:\d+/)
    await one.picture('problems')
    expect(await one.violations()).toEqual([])
    writeFileSync(file, good)
    await soon(() => one.page.getByRole('alert').count()).toBe(0)
    expect(await last(one).locator('.discord').textContent()).not.toContain('nobody but')
    expect(one.troubles).toEqual([])
  })

  it('markup and invisible characters, asked or in a fact, change nothing on the page', async () => {
    const one = await open()
    const { page } = one
    const odd = '<script>document.title="taken"</script><img src=x onerror="document.title=1"> \u202e\u2066 <b>'
    const file = join(on.folder, 'blockchain-pilots-2021', 'facts.yaml')
    const good = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      good.replaceAll('is led by the People', `is led by '<style>*{display:none}</style><script>document.title=2</script>' the People`),
    )
    await one.ask('Who leads trade finance?')
    await soon(() => last(one).locator('.discord').textContent()).toContain('<script>document.title=2</script>')
    await one.ask(odd)
    expect(await last(one).locator('h2').textContent()).toBe(odd.trim())
    for (const platform of ['Telegram', 'Plain text', 'Discord']) {
      await show(one, platform)
      expect(await page.locator('main script, main style, main img[src="x"], main b').count()).toBe(0)
    }
    expect([await page.title(), one.troubles]).toEqual(['Asknotice preview', []])
    // What stands after it is still read from left to right, where it was.
    const box = await page.getByRole('button', { name: 'Ask', exact: true }).boundingBox()
    expect(box && box.x > 1000).toBe(true)
    writeFileSync(file, good)
  })

  it('a picture is an SVG that says in words what it shows, whatever stands in a fact, in either light', async () => {
    const one = await open({ colorScheme: 'light' })
    const { page } = one
    const file = join(on.folder, 'blockchain-pilots-2021', 'notice.yaml')
    const good = readFileSync(file, 'utf8')
    const odd = `</title><script>document.title=3</script><b>`
    writeFileSync(file, good.replace('en: blockchain application pilot notice (2021)', `en: "${odd} pilot notice"`))
    await one.ask('/timeline')
    await show(one, 'Plain text')
    const picture = last(one).getByRole('img')
    await soon(() => picture.getAttribute('alt')).toContain(odd)
    const drawn = (): Promise<unknown> =>
      picture.evaluate(async (img) => {
        const { src, naturalWidth, complete } = img as unknown as { src: string; naturalWidth: number; complete: boolean }
        return [complete && naturalWidth > 300, (await fetch(src)).headers.get('content-type')]
      })
    await soon(drawn).toEqual([true, 'image/svg+xml; charset=utf-8'])
    const light = await picture.getAttribute('src')
    await one.picture('plain-timeline')
    await page.getByRole('button', { name: 'Dark' }).click()
    await soon(drawn).toEqual([true, 'image/svg+xml; charset=utf-8'])
    expect([(await picture.getAttribute('src')) !== light, await page.locator('main script, main b, main svg').count()]).toEqual([true, 0])
    await show(one, 'Telegram')
    await last(one).getByText('Picture (SVG)').click()
    await last(one).locator('details img').waitFor()
    expect([await one.violations(), await page.title(), one.troubles]).toEqual([[], 'Asknotice preview', []])
    // By itself it is a picture and nothing else.
    const alone = await page.context().newPage()
    await alone.goto(new URL(String(light), on.url).href)
    expect(
      await alone.evaluate(
        '[document.documentElement.tagName, document.scripts.length, document.querySelector("desc").textContent.includes("<b>")]',
      ),
    ).toEqual(['svg', 0, true])
    writeFileSync(file, good)
  })

  it('the policy lets no script in, and no text become one', async () => {
    const one = await open()
    const refused = await one.page.evaluate(ATTEMPTS)
    expect(refused).toEqual({ violated: ['img-src', 'require-trusted-types-for'], taken: false })
  })

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each([1200, 360])('nothing stands in anybody’s way at %i pixels', async (width) => {
      const one = await open({ colorScheme, viewport: { width, height: 780 } })
      expect(await one.violations()).toEqual([])
      await one.ask('Who leads trade finance?')
      await one.ask('list all domains')
      await one.ask('how do I bake bread?')
      await one.ask('/eligibility')
      for (const summary of await one.page.locator('.turn').first().locator('summary').all()) await summary.click()
      for (const platform of ['Discord', 'Telegram', 'Plain text']) {
        await show(one, platform)
        expect(await one.violations()).toEqual([])
        expect(await one.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
        await one.page.locator('.turn').nth(1).scrollIntoViewIfNeeded()
        await one.picture(`${colorScheme}-${width}-${platform.split(' ')[0]?.toLowerCase()}`)
      }
      expect(one.troubles).toEqual([])
    })
  })

  it('all of it is reached with the keyboard alone', async () => {
    const one = await open()
    const { page } = one
    await page.locator('#question').focus()
    await page.keyboard.type('Who leads trade finance?')
    await page.keyboard.press('Enter')
    await page.locator('.turn').waitFor()
    const seen = new Set<string>()
    for (let i = 0; i < 25; i++) {
      await page.keyboard.press('Tab')
      seen.add(String(await page.evaluate(FOCUSED)))
    }
    expect([...seen]).toEqual(
      expect.arrayContaining(['button Telegram', 'summary Why this answer', 'summary Payload', 'button What are the categories?']),
    )
    await page.keyboard.press('Escape')
  })
})
