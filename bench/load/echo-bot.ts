// The bare telegraf bot beside which the program is measured: it says back what it is told, and nothing else. As with the program, an
// update is taken when it is answered, and the answer goes to the Bot API.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Telegraf } from 'telegraf'
import { message } from 'telegraf/filters'

const [token = '', apiRoot = ''] = process.argv.slice(2)
const bot = new Telegraf(token, { telegram: { apiRoot, webhookReply: false } })
bot.on(message('text'), (context) => context.reply(context.message.text))

const server = createServer(await bot.createWebhook({ domain: '127.0.0.1', path: '/telegram' }))
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
process.on('disconnect', () => process.exit())
