// A yes or a no stands only where the source gives one: not on what is denied, not stated, excepted, taken for granted or not understood.
import { describe, expect, it } from 'vitest'
import { loadAssistant } from '../adapters/load.js'
import { renderText } from '../adapters/terminal/render.js'
import { ask, assistant } from './assistant.js'

const both = loadAssistant()

/** The first sentence line of the answer, without titles. */
function told(text: string, of = assistant): string {
  const { title, ...answer } = ask(text, { of })
  return renderText({ ...answer, title: '' }).split('\n')[0] ?? ''
}

describe('a question that denies', () => {
  it.each([
    ['区块链+版权不属于民生服务吧？', '“区块链+版权”属于社会治理类。'],
    ['区块链+版权属于民生服务吧？', '并非如此：“区块链+版权”属于社会治理类。'],
    ['区块链+版权不是属于社会治理吗？', '是的，“区块链+版权”在名单之列，属于社会治理类。'],
    ["The pilot lasts five years, doesn't it?", 'No, that is not what the source says. The pilot period is 2 years.'],
  ])('%s', (question, answer) => {
    expect(told(question)).toBe(answer)
  })
})

describe('what only comes near', () => {
  it.each([
    ['申报截止日期是不是2021年11月30号', /^来源没有写明申报截止日期。/],
    ['Was the notice issued on October 20, 2021?', /^The source does not state the date of issue\./],
  ])('confirms and denies nothing: %s', (question, answer) => {
    expect(told(question)).toMatch(answer)
  })

  it('in the later notice is not pointed to where it is about that notice itself', () => {
    expect(told('通知是哪天印发的？', both)).toBe('来源没有写明印发日期。来源写明的是：这篇报道发布于2021年10月20日10:19。')
    expect(told('公示从几号到几号？', both)).toMatch(/《区块链创新应用试点名单（2022年）》里有写/)
  })
})

describe('what is excepted', () => {
  it('is no answer; the others are', () => {
    expect(ask('Apart from the MIIT, which authorities lead a domain?').facts).toEqual([
      'blockchain-pilots-2021/lead-general',
      'blockchain-pilots-2021/lead-tax-services',
      'blockchain-pilots-2021/lead-health',
      'blockchain-pilots-2021/lead-trade-finance',
    ])
    expect(ask('Who leads the domain of the MIIT?').facts).toEqual(['blockchain-pilots-2021/lead-manufacturing'])
  })

  it.each([
    ['除了综合性试点，还有什么类型？', ['track-names']],
    ['除了企业，还有谁可以申报特色领域试点？', ['applicants-characteristic']],
    ['Aside from Yu Jianing, who else gets quoted?', ['interviewees']],
    ['四大类去掉金融科技，其余三类叫什么？', ['category-names']],
    ['除了区块链+能源，实体经济还有哪个领域？', ['domains-real-economy']],
    ['Besides the CAC, which other departments are named?', ['issuers']],
  ])('leaves the rest of the question: %s', (question, facts) => {
    expect([ask(question).status, ask(question).facts]).toEqual(['answered', facts.map((id) => `blockchain-pilots-2021/${id}`)])
  })

  it('may be all that a source names: who the others are is not stated', () => {
    const { status, facts } = ask('除了中宣部、国办、网信办，剩下那十五家是谁？')
    expect([status, facts]).toEqual(['not_stated', ['blockchain-pilots-2021/issuers']])
  })
})

describe('a number', () => {
  it('that a question takes for granted does not answer how many', () => {
    expect(ask('18个部门里点了名的有几个').facts).toEqual(['blockchain-pilots-2021/issuers'])
  })

  it('is not given a reason that is given for something else', () => {
    expect(told('文章为什么说是16个领域')).toBe(
      '来源没有写明原因。来源写明的是：来源说是16个领域；但它逐一列出的名称有17个（2+7+4+4），差一个的原因它没有解释。',
    )
  })

  it('of one kind is not that of another', () => {
    expect(ask('为什么公示变成17个部门了', { of: both }).facts).not.toContain('blockchain-pilots-2021/domain-count')
  })

  it('with a unit is held against what is said of the whole', () => {
    expect([told('试点是不是三年？'), told('试点是不是两年？')]).toEqual(['并非如此。试点周期为2年。', '是的。试点周期为2年。'])
  })
})

describe('what was not understood of who asks', () => {
  it('is no yes to them; what is said of their kind is told', () => {
    expect([told('我公司在香港，可以申报吗').slice(0, 16), told('我们是一家公司，可以申报吗').slice(0, 16)]).toEqual([
      '企业可以申报的是特色领域试点。综',
      '可以：企业可以申报特色领域试点。',
    ])
  })

  it('is not forbidden, either', () => {
    expect([told('NFT炒作也在打击范围里吗'), told('炒作宣传在打击范围里吗')].map((text) => text.slice(0, 10))).toEqual([
      '《通知》要求严厉打击',
      '这是明令禁止的行为。',
    ])
  })
})

describe('a list', () => {
  it('says who is not on it only where the source does', () => {
    expect(ask('Which big tech firms were left off the shortlist?', { of: both }).facts).toEqual([
      'blockchain-pilots-2022-list/not-shortlisted',
    ])
  })

  it('by the year before its name is meant, not asked for', () => {
    expect(ask('2022年最终名单几个综合性试点', { of: both }).facts).toEqual(['blockchain-pilots-2022-list/comprehensive-count'])
  })

  it('that only the later notice knows is not answered for by the earlier one', () => {
    expect(ask('公示是18个部门发的吧', { of: both }).facts).toEqual(['blockchain-pilots-2022-list/public-notice-issuers'])
  })

  it('is no answer to whoever only names a city that is on it', () => {
    const { status } = ask('上海明天天气怎么样，要带伞吗', { of: both })
    expect([status, ask('上海哪个区入选的', { of: both }).status]).toEqual(['out_of_scope', 'answered'])
  })
})

it('who leads which is told one by one, where what holds for each does not tell it', () => {
  expect(ask('各领域分别由谁牵头').facts.slice(0, 2)).toEqual([
    'blockchain-pilots-2021/lead-general',
    'blockchain-pilots-2021/lead-manufacturing',
  ])
})

describe('several questions', () => {
  it('are for the notice that answers more of them, wherever the asker is from', () => {
    const text =
      "We are a high school (not a university) in Hangzhou and we'd like to put diplomas on chain. Does that count under education and could we be an applicant?"
    expect(ask(text, { of: both }).notice).toBe('blockchain-pilots-2021')
  })

  it('leave no clock behind without its day', () => {
    expect(told('公示是从几号到几号，一共几天？', both).match(/过期/g)).toHaveLength(1)
  })
})

describe('two that are compared', () => {
  it.each([
    ['民生服务和金融科技哪个领域比较多？', '民生服务、金融科技一样多，都是4个。'],
    ['民生服务和社会治理哪个领域最多？', '其中社会治理较多，有7个。'],
    ['哪一类领域最多？', '最多的是社会治理，有7个。'],
  ])('%s', (question, answer) => {
    expect(told(question).slice(0, answer.length)).toBe(answer)
  })
})

it('"one of them" is asked of the list that was told, and "can they not?" gets no yes', () => {
  const { memory } = ask("Which domains are in people's livelihood?")
  const energy = ask('Is energy one of them?', { memory })
  expect(renderText(energy).split('\n')[0]).toBe('Not so: Blockchain + energy belongs to the category real economy.')
  expect(told("So a county government can't apply for the characteristic kind, right?")).toBe(
    'What is open to county governments is the characteristic-domain pilot.',
  )
})
