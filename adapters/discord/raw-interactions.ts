// Interactions as Discord writes them, for a client that is not connected to its gateway.
import type { Client } from 'discord.js'

/** discord.js' own handler of raw interactions, which emits them; it has no other door for what does not come over the gateway. */
export function rawInteractions(client: Client): (data: object) => void {
  const { actions } = client as unknown as { actions: { InteractionCreate: { handle(data: object): void } } }
  return (data) => actions.InteractionCreate.handle(data)
}
