// Questions on the real notice, each naming its subject, with the fact that answers it: what is right or wrong is counted on these.
import type { Asked } from './ask.js'

const NOTICE = 'blockchain-pilots-2021'

/** Fact → ways of asking for it. */
const QUESTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['issuers', ['区块链试点通知是哪些部门印发的？', 'Who issued the blockchain pilot notice?', '中宣部是区块链试点通知的发文部门吗']],
  ['issuer-count', ['区块链试点通知是几个部门联合印发的？', 'How many departments issued the blockchain pilot notice?']],
  ['notice-title', ['这份区块链试点通知的全称叫什么？', 'What is the full title of the pilot notice?']],
  ['category-names', ['区块链试点分哪四个大类？', 'Which four categories do the blockchain pilots fall into?']],
  ['domain-count', ['区块链试点一共有多少个领域？', 'How many domains are there in the blockchain pilot?', '區塊鏈試點有幾多個領域？']],
  ['domains-real-economy', ['实体经济类包含哪些领域？', 'Which domains are in the real economy category?']],
  ['domains-social-governance', ['社会治理方面列了哪几个领域', 'list the domains under social governance']],
  ['domains-livelihood', ['民生服务大类都有啥', 'What domains does livelihood services include?']],
  ['domains-fintech', ['金融科技类有几个领域，分别是什么？', 'which domains belong to financial technology?']],
  ['lead-manufacturing', ['区块链+制造由哪个部门牵头？', 'Who leads blockchain + manufacturing?', '工信部牵头的是哪个领域']],
  [
    'lead-tax-services',
    ['稅費服務由邊個部門牽頭？', 'Which department leads the tax and fee services domain?', 'shuifei fuwu shui qiantou'],
  ],
  ['lead-health', ['卫生健康这块谁来牵头', 'who is in charge of the health domain? who leads it', '卫生健康是卫健委签头的吗']],
  ['lead-trade-finance', ['贸易金容由谁牵头', 'Does the PBOC lead trade finance?']],
  ['track-names', ['区块链试点的申报类型有哪些？', 'What types of blockchain pilot are there?']],
  [
    'applicants-comprehensive',
    [
      '综合性试点谁可以申报？',
      'Who can apply for a comprehensive pilot?',
      '县政府能不能申报综合性试点啊',
      'can an individual apply for the comprehensive pilot',
    ],
  ],
  [
    'applicants-characteristic',
    [
      '高校可以申报特色领域试点吗',
      'May a private company apply for a characteristic-domain pilot?',
      '我们是一家做供应链的民营企业，最近看到有这么个通知，想问一下像我们这样的公司能不能自己申报特色领域试点？',
      'Hi there, I work for a mid-sized commercial bank and my boss asked me to find out: can a bank like ours apply for a characteristic-domain pilot?',
    ],
  ],
  ['scope-comprehensive', ['综合性试点在什么范围开展？', 'What is the scope of the comprehensive pilot?']],
  ['scope-characteristic', ['特色领域试点的实施范围是什么', 'scope of the characteristic-domain pilot?']],
  ['period', ['区块链试点周期多长？', 'How long is the pilot period?', '区块链试点持续几年']],
  [
    'completion',
    [
      '试点任务最晚什么时候要完成？',
      'By when must the pilot tasks be completed?',
      '综合性试点离完成期限还剩多少天',
      'is the blockchain pilot over yet?',
      '老师们好，打扰一下，想请教一下区块链试点的工作任务到底要在哪一年年底之前完成呀？谢谢',
    ],
  ],
  [
    'prohibitions',
    ['借区块链试点名义炒币、挖矿会怎么样，通知禁止哪些行为', 'Which practices does the pilot notice forbid?', '挖矿是不是被打击的行为'],
  ],
  ['scenario-principle', ['选试点场景的原则是什么？', 'What is the principle for choosing pilot scenarios?']],
  ['da-everywhere', ['谁说区块链应用无处不在？', 'Who says blockchain will be everywhere?']],
  ['da-cross-chain', ['达鸿飞怎么看跨链？', 'What does Da Hongfei say about cross-chain?']],
  ['yu-costs', ['于佳宁认为区块链对降低融资成本有什么作用', 'What does Yu Jianing think of financing costs?']],
  ['yu-identity', ['于佳宁是什么身份', 'Who is Yu Jianing?']],
  ['article-date', ['这篇文章是哪天发布的', 'When was the article published?']],
]

export const REAL_QUESTIONS: readonly Asked[] = QUESTIONS.flatMap(([fact, texts]) =>
  texts.map((text): Asked => ({ text, expected: `${NOTICE}/${fact}`, of: 'real' })),
)
