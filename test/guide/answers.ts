// What people ask of the guide's notice, and the first line of what it says.

export interface Asked {
  readonly question: string
  readonly status: string
  readonly text: string
}

const FOREIGN = {
  en: 'That is not about the notice that I know (autumn market call); I only answer questions about it.',
  hans: '这个问题与我能回答的通知（《秋日集市摊位通知》）无关，我只回答关于它的问题。',
  hant: '這個問題與我能回答的通知（《秋日集市攤位通知》）無關，我只回答關於它的問題。',
} as const

const answered = (question: string, text: string): Asked => ({ question, status: 'answered', text })
const silent = (question: string, text: string): Asked => ({ question, status: 'not_stated', text })
const unclear = (question: string, text: string): Asked => ({ question, status: 'clarify', text })
const foreign = (question: string, text: string): Asked => ({ question, status: 'out_of_scope', text })

export const ANSWERS: readonly Asked[] = [
  answered('When is the market?', 'The autumn market is held on 12 and 13 October 2030.'),
  answered('集市什么时候举行？', '秋日集市2030年10月12日至13日举行。'),
  answered('Where is the market?', 'The autumn market is held in Riverside Square.'),
  answered('市集在哪裡舉行？', '秋日集市在河邊廣場舉行。'),
  answered('What kinds of stall are there?', 'There are two kinds of stall, food stalls and craft stalls.'),
  answered('How much is a craft stall?', 'The fee for a craft stall is 80 yuan.'),
  answered('食品攤要多少錢？', '食品攤每個收200元攤位費。'),
  answered('Is a food stall 300 yuan?', 'No, that is not what the source says. The fee for a food stall is 200 yuan.'),
  answered('What is the deadline?', 'Apply by 17:00 on 15 September 2030. That leaves 14 days.'),
  answered('申報截止到幾號？', '申報截止時間是2030年9月15日17:00。還剩14天。'),
  answered('摆摊要交什么材料？', '申报要交申报表和商品照片；食品摊还要交食品经营许可证。'),
  answered('Where do I hand in my application?', 'Hand in your application at the window on the ground floor of the Culture Office.'),
  answered(
    'Who leads the autumn market?',
    'The Willowbrook Culture Office leads the market, with the help of the Willowbrook Chamber of Commerce.',
  ),
  answered('谁牵头？', '集市由柳溪镇文化站牵头，柳溪镇商会协助。'),
  answered('Can a farmer have a craft stall?', 'Yes: farmers may apply for a craft stall.'),
  answered('饭店能摆手工摊吗？', '手工摊不面向餐馆：申报主体是手工艺人、农户。餐馆可以申报的是食品摊。'),
  answered(
    'How many stalls are there?',
    'Reports differ on the number of stalls. Willowbrook Daily says 60, Willowbrook Evening News says 70.',
  ),
  answered('有多少個攤位？', '攤位的數目說法不一：《柳溪日報》說是60個，《柳溪晚報》說是70個。'),
  silent(
    'Can I withdraw?',
    'The source does not state the rules for withdrawing. What the source does say: The fee for a food stall is 200 yuan. The fee for a craft stall is 80 yuan.',
  ),
  silent('能延期吗？', '来源没有写明能否延期。来源写明的是：申报截止时间是2030年9月15日17:00。'),
  silent('聯絡電話是多少？', '來源沒有寫明聯繫方式。來源寫明的是：申報材料交到柳溪鎮文化站一樓窗口。'),
  unclear('How about that?', 'What would you like to know? I can answer questions about the autumn market call.'),
  unclear('多少？', '你想问什么？我可以回答关于《秋日集市摊位通知》的问题。'),
  unclear('哪一個？', '你想問什麼？我可以回答關於《秋日集市攤位通知》的問題。'),
  foreign('Will it rain tomorrow?', FOREIGN.en),
  foreign('谁是美国总统？', FOREIGN.hans),
  foreign('明天股市會漲嗎？', FOREIGN.hant),
]
