// Interactions: what was chosen, typed or pressed → the answer. Everything is worked out in memory, so nothing is deferred.
import { type Interaction, MessageFlags } from 'discord.js'
import { type Asker, ask, type Context, langOf, mayAsk } from '../context.js'
import { sentence } from '../wording.js'
import { autocomplete } from './autocomplete.js'
import { decode } from './custom-id.js'
import { beginDialog, eligibilityStep } from './eligibility-dialog.js'
import { respond, share } from './respond.js'
import { runCommand } from './run-command.js'

/** Discord gives three seconds from the making of an interaction; an answer that would come too late is not begun. */
const TOO_OLD_MS = 2500

export async function onInteraction(interaction: Interaction, context: Context): Promise<void> {
  if (Date.now() - interaction.createdTimestamp > TOO_OLD_MS) return
  try {
    await answer(interaction, context)
  } catch (error) {
    await apologise(interaction, context)
    throw error
  }
}

/** Something failed, and the one who asked would see nothing at all: says so, where it is still possible. */
async function apologise(interaction: Interaction, context: Context): Promise<void> {
  if (!interaction.isRepliable() || interaction.replied) return
  const content = sentence(context.assistant().library.language, langOf(interaction.locale), 'went-wrong')
  await interaction.reply({ content, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } }).catch(() => {})
}

async function answer(interaction: Interaction, context: Context): Promise<void> {
  if (interaction.isAutocomplete()) return autocomplete(interaction, context)
  const lang = langOf(interaction.locale)
  const asker: Asker = { channel: interaction.channelId ?? 'nowhere', user: interaction.user.id, lang }
  const may = interaction.isRepliable() ? await mayAsk(context, asker) : 'answer'
  // A press can be taken note of without a word; a command is owed an answer however often.
  if (may === 'silent' && interaction.isMessageComponent()) {
    await interaction.deferUpdate()
    return
  }
  if (interaction.isRepliable() && may !== 'answer') {
    // Only the one who asks too much sees it.
    const content = sentence(context.assistant().library.language, lang, 'too-many')
    await interaction.reply({ content, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } })
    return
  }
  if (interaction.isChatInputCommand()) {
    await runCommand(interaction, asker, context)
    return
  }
  if (interaction.isMessageContextMenuCommand()) {
    const told = await ask(context, asker, { kind: 'text', text: interaction.targetMessage.content })
    await respond(interaction, told, { isPrivate: true, context, question: interaction.targetMessage.content })
    return
  }
  if (!interaction.isMessageComponent()) return
  const control = decode(interaction.customId)
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral)
  switch (control?.kind) {
    case 'ask': {
      const told = await ask(
        context,
        asker,
        { kind: 'suggestion', id: control.id },
        { lang: control.lang, repliesTo: interaction.message.id },
      )
      await respond(interaction, told, { isPrivate, context })
      return
    }
    case 'pick': {
      const id = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
      const begun = decode(id ?? '')
      if (begun?.kind === 'eligibility') {
        await beginDialog(interaction, begun, asker, context)
        return
      }
      const told = await ask(
        context,
        asker,
        { kind: 'suggestion', id: id ?? '' },
        { lang: control.lang, repliesTo: interaction.message.id },
      )
      await respond(interaction, told, { isPrivate, context })
      return
    }
    case 'vote': {
      const isNoted = await context.feedback?.vote(interaction.message.id, interaction.user.id, control.vote)
      const content = sentence(context.assistant().library.language, control.lang, isNoted ? 'vote-noted' : 'vote-late')
      await interaction.reply({ content, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } })
      return
    }
    case 'share':
      return share(interaction, context)
    case 'eligibility':
      if (interaction.isStringSelectMenu()) await eligibilityStep(interaction, control, asker, context)
      else await beginDialog(interaction, control, asker, context)
      return
    default: {
      const text = sentence(context.assistant().library.language, lang, 'gone')
      await interaction.reply({ content: text, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } })
    }
  }
}
