// The package brings its schemas as JavaScript without types: these are the ones that are used here.
declare module 'discord-api-spec/zod' {
  interface Issue {
    readonly code: string
    readonly path: readonly (string | number)[]
    readonly message: string
    /** Of a value that may be one of several things: what is wrong with it as each of them. */
    readonly errors?: readonly (readonly Issue[])[]
    readonly [detail: string]: unknown
  }
  interface Schema {
    safeParse(
      value: unknown,
    ): { readonly success: true } | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } }
  }
  const ApplicationCommandUpdateRequestSchema: Schema
  const ApplicationCommandAutocompleteCallbackRequestSchema: Schema
  const AvailableLocalesEnumSchema: Schema
  const CreateMessageInteractionCallbackRequestSchema: Schema
  const IncomingWebhookRequestPartialSchema: Schema
  const IncomingWebhookUpdateRequestPartialSchema: Schema
  const MessageCreateRequestSchema: Schema
  const MessageEditRequestPartialSchema: Schema
  const ModalInteractionCallbackRequestSchema: Schema
  const UpdateMessageInteractionCallbackRequestSchema: Schema
}
