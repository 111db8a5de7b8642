// Three replicas with a real Redis behind a real nginx. `npm run replicas` does it with 10,000 updates and prints what it counted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaign, type Outcome, type Site, site } from './campaign.js'
import { hasNginx, hasRedis } from './servers.js'

const UPDATES = Number(process.env.REPLICAS_UPDATES ?? 600)

describe.skipIf(!hasRedis || !hasNginx)('three replicas behind nginx (needs redis-server and nginx)', () => {
  let at: Site
  let outcome: Outcome

  beforeAll(async () => {
    at = await site()
    outcome = await campaign(at, { updates: UPDATES, duplicates: 10, kills: Math.max(2, Math.round(UPDATES / 1000)), atOnce: 40 })
    console.log(JSON.stringify(outcome))
  }, 600_000)

  afterAll(() => at.end(), 20_000)

  it('every update is answered, and none twice that nothing happened to', () => {
    expect({ unanswered: outcome.answers[0] ?? 0, twiceWithoutReason: outcome.twiceWithoutReason }).toEqual({
      unanswered: 0,
      twiceWithoutReason: 0,
    })
  })

  it('what follows a question is understood by whichever replica gets it', () => {
    expect(outcome.wrongFollowUps).toBe(0)
  })

  it('all of them took part, and nothing was sent that Telegram would refuse', () => {
    const shares = at.replicas.map((replica) => replica.events('question.answered').length)
    expect([shares.every((share) => share > 0), outcome.violations]).toEqual([true, 0])
  })
})
