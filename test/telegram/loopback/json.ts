// JSON as it comes over the wire: nothing is known of it until it was looked at. As in the loopback Discord.
export { asObject, asText, copy, type JsonObject, list, objects } from '../../discord/loopback/json.js'
