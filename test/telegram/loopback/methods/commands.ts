// The bot's commands.
import type { BotCommand } from '@grammyjs/types'
import type { Method } from '../core.js'
import { asText, objects } from '../json.js'
import { bad } from '../refusal.js'

const AT_MOST = { commands: 100, description: 256 }

const setMyCommands: Method = (core, { commands, scope, language_code }): true => {
  if (!Array.isArray(commands)) throw bad("can't parse commands: expected an Array")
  if (commands.length > AT_MOST.commands) throw bad('BOT_COMMANDS_TOO_MUCH')
  const given = objects(commands).map(({ command, description }) => ({ command: asText(command), description: asText(description) }))
  given.forEach(check)
  if (new Set(given.map(({ command }) => command)).size < commands.length) throw bad('BOT_COMMAND_INVALID')
  core.profile.setCommands(scope, language_code, given)
  return true
}

function check({ command, description }: BotCommand): void {
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw bad('BOT_COMMAND_INVALID')
  if (description.trim() === '' || description.length > AT_MOST.description) throw bad('BOT_COMMAND_DESCRIPTION_INVALID')
}

const getMyCommands: Method = (core, { scope, language_code }) => core.profile.commands(scope, language_code)

const deleteMyCommands: Method = (core, { scope, language_code }): true => {
  core.profile.setCommands(scope, language_code, [])
  return true
}

export const commandMethods: Readonly<Record<string, Method>> = { setMyCommands, getMyCommands, deleteMyCommands }
