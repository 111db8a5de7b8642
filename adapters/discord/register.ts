// Commands are put to Discord only where they differ from what is there: a day has two hundred creations.
import { isDeepStrictEqual } from 'node:util'
import { type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js'

/** @returns whether anything had to be put */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<boolean> {
  const route = guildId ? Routes.applicationGuildCommands(applicationId, guildId) : Routes.applicationCommands(applicationId)
  // Where a command may be used is said of global ones only: one of a server is used in that server.
  const ours = guildId ? wanted.map(({ contexts: _, integration_types: __, ...rest }) => rest) : wanted
  const there = (await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })) as unknown[]
  if (isDeepStrictEqual(comparable(there), comparable(ours))) return false
  await rest.put(route, { body: ours })
  return true
}

/** What of a command is ours to say, in one order, without what Discord leaves out or adds. */
function comparable(commands: readonly unknown[]): unknown[] {
  return commands.map((command) => plain(command) as { name?: string }).sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
}

const OURS = new Set([
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'type',
  'options',
  'choices',
  'value',
  'required',
  'autocomplete',
  'max_length',
  'integration_types',
  'contexts',
])

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const localised = !('type' in value) && !('value' in value)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => (localised || OURS.has(key)) && !isEmpty(inner))
      .map(([key, inner]) => [key, key === 'integration_types' || key === 'contexts' ? [...(inner as number[])].sort() : plain(inner)])
      .sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1)),
  )
}

/** Not said, which is the same as false, empty and none. */
function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === false || value === '' || (Array.isArray(value) && value.length === 0)
}
