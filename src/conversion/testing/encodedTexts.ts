// Texts and their bytes in the encodings that files come in.
import type { TextEncodingId } from '../encodings/textEncodings.ts'

export interface EncodedText {
  readonly encoding: TextEncodingId
  readonly text: string
  readonly bytes: Uint8Array
}

const TEXTS: readonly (readonly [TextEncodingId, string, string])[] = [
  [
    'big5',
    '編號,問題\n1,請問這個產品要怎麼使用？\n2,我想要退貨，可以告訴我方法嗎？\n',
    'bd73b8b92cb0ddc3440a312cbdd0b0ddb36fadd3b2a3ab7ead6eabe7bbf2a8cfa5cea1480a322ca7dab751ad6eb068b366a141a569a548a769b644a7daa4e8aa6bb6dca1480a',
  ],
  [
    'big5',
    'id,prompt\n1,小七\n2,你好嗎\n3,今天天氣很好\n',
    '69642c70726f6d70740a312ca470a4430a322ca741a66eb6dc0a332ca4b5a4d1a4d1aef0abdca66e0a',
  ],
  [
    'gb18030',
    '编号,问题\n1,请问这个产品怎么使用？\n2,我想退货，可以告诉我方法吗？\n',
    'b1e0bac52ccecacce20a312cc7ebcecad5e2b8f6b2fac6b7d4f5c3b4cab9d3c3a3bf0a322cced2cfebcdcbbbf5a3acbfc9d2d4b8e6cbdfced2b7bdb7a8c2f0a3bf0a',
  ],
  [
    'gb18030',
    'id,prompt\n1,你好\n2,今天天气很好\n3,写一首诗\n',
    '69642c70726f6d70740a312cc4e3bac30a322cbdf1ccecccecc6f8badcbac30a332cd0b4d2bbcad7caab0a',
  ],
  [
    'gb18030',
    '繁體字也可以用國標碼，這是一個例子。\n',
    'b7b1f377d7d6d2b2bfc9d2d4d3c387f898cbb461a3acdf40cac7d2bb8280c0fdd7d3a1a30a',
  ],
  [
    'shift_jis',
    '番号,質問\n1,この商品の使い方を教えてください。\n2,返品したいのですが、どうすればいいですか。\n',
    '94d48d862c8ebf96e20a312c82b182cc8fa4956982cc8e6782a295fb82f08bb382a682c482ad82be82b382a281420a322c95d4956982b582bd82a282cc82c582b782aa814182c782a482b782ea82ce82a282a282c582b782a981420a',
  ],
  [
    'euc-jp',
    '番号,質問\n1,この商品の使い方を教えてください。\n2,返品したいのですが、どうすればいいですか。\n',
    'c8d6b9e62cbcc1cce40a312ca4b3a4cebea6c9caa4cebbc8a4a4cafda4f2b6b5a4a8a4c6a4afa4c0a4b5a4a4a1a30a322ccad6c9caa4b7a4bfa4a4a4cea4c7a4b9a4aca1a2a4c9a4a6a4b9a4eca4d0a4a4a4a4a4c7a4b9a4aba1a30a',
  ],
  [
    'euc-kr',
    '번호,질문\n1,이 제품은 어떻게 사용하나요?\n2,반품하고 싶은데 방법을 알려 주세요.\n',
    'b9f8c8a32cc1fab9ae0a312cc0cc20c1a6c7b0c0ba20beeeb6bbb0d420bbe7bfebc7cfb3aabfe43f0a322cb9ddc7b0c7cfb0ed20bdcdc0bab5a520b9e6b9fdc0bb20becbb7c120c1d6bcbcbfe42e0a',
  ],
  [
    'windows-1252',
    'id;question\n1;Où est le café près de l’hôtel ?\n2;Können Sie mir die Größe nennen? – 5 €\n3;¿Dónde está el baño?\n',
    '69643b7175657374696f6e0a313b4ff920657374206c6520636166e9207072e873206465206c9268f474656c203f0a323b4bf66e6e656e20536965206d697220646965204772f6df65206e656e6e656e3f2096203520800a333bbf44f36e646520657374e120656c206261f16f3f0a',
  ],
  [
    'windows-1252',
    'name,city\nJosé,Málaga\nJürgen,Köln\n',
    '6e616d652c636974790a4a6f73e92c4de16c6167610a4afc7267656e2c4bf66c6e0a',
  ],
  [
    'utf-16le',
    'id,prompt\n1,Hello\n2,World\n',
    '690064002c00700072006f006d00700074000a0031002c00480065006c006c006f000a0032002c0057006f0072006c0064000a00',
  ],
  [
    'utf-16be',
    '編號,問題\n1,請問這個產品要怎麼使用？\n',
    '7de8865f002c554f984c000a0031002c8acb554f9019500b752254c18981600e9ebc4f7f7528ff1f000a',
  ],
  [
    'utf-16le',
    '編號,問題\n1,請問這個產品要怎麼使用？\n',
    'e87d5f862c004f554c980a0031002c00cb8a4f5519900b502275c15481890e60bc9e7f4f28751fff0a00',
  ],
  [
    'utf-8',
    '編號,問題\n1,請問這個產品要怎麼使用？\n2,café\n',
    'e7b7a8e8999f2ce5958fe9a18c0a312ce8ab8be5958fe98099e5808be794a2e59381e8a681e6808ee9babce4bdbfe794a8efbc9f0a322c636166c3a90a',
  ],
]

export const encodedTexts: readonly EncodedText[] = TEXTS.map(([encoding, text, hex]) => ({
  encoding,
  text,
  bytes: bytesOfHex(hex),
}))

export function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
