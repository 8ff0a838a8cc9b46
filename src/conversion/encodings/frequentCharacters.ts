// The characters that make up half of any text of a language. Bytes that are read in the wrong encoding
// come out as characters that are hardly ever among them.

const SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运请单价商评订编号客户服标称容示答好吗吧呢写示列据模型输'

/** Where they differ from the simplified ones. */
const TRADITIONAL =
  '這個們來為國說時會對過發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產話給門兒東聲員論處義幾認條氣題爾別變總電數報結務場計資區隊決馬書則聽達強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運請單價評訂編號戶標稱嗎寫輸測試檔嗨您喔啦'

const HANGUL =
  '이다는에의을가고하지로한은사기를도자대어시인서해리나일수스아정있그부과라제보전상여주오구안장니게성들면생비원연관마러교선신동적공실유국으만세당문조모방경우무습까요았것했된않드음위내위르감말저발치화때될및소야금'

const LATIN = 'éèêëàâäáãåçñöôóòõøüûúùíìîïßæœÉÈÀÄÖÜÅØÇÑÁÍÓÚ’‘“”–—…€°«»£§·¿¡'

const HAN = new Set([...SIMPLIFIED, ...TRADITIONAL])
const HANGUL_SET = new Set(HANGUL)
const LATIN_SET = new Set(LATIN)
const PUNCTUATION = new Set('，。、；：？！「」『』（）《》“”‘’…—　·')

export function isFrequentChinese(character: string): boolean {
  return HAN.has(character) || PUNCTUATION.has(character)
}

/** Every second character of Japanese is kana. */
export function isFrequentJapanese(character: string): boolean {
  return (character >= '\u3041' && character <= '\u30fe') || isFrequentChinese(character)
}

export function isFrequentKorean(character: string): boolean {
  return HANGUL_SET.has(character)
}

export function isFrequentLatin(character: string): boolean {
  return LATIN_SET.has(character)
}
