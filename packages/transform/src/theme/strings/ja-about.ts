import type { AboutStrings } from "./about-strings.js";
import { DIALECT_NAMES } from "./dialect-names.js";

/** The words about the archive itself in Japanese. */
export const jaAbout: AboutStrings = {
  aboutTitle: "このアーカイブについて",
  aboutDescription: "このアーカイブがどこから来たのか、こうしたアーカイブに何がないのか。",
  aboutCopy: [
    "サーバーは、求めに応じて、そこで投稿したものをファイルにして渡してくれます。これらのページは、そのファイルから、本人のコンピューターで、どこにも何も送らずに作られました。",
    "これは写しで、アカウントではありません。フォローも返信もできません。",
  ],
  whereFrom: "出どころ",
  account: "アカウント",
  exported: "書き出し日",
  software: "ソフトウェア",
  firstPost: "最初の投稿",
  lastPost: "最後の投稿",
  timeZone: "日時のタイムゾーン",
  whatExportsLack: "書き出しに含まれないもの",
  whatExportsLackText: [
    "ほかの人の返信と、返信・引用・ブーストした相手の投稿。その言葉は書いた人のもので、それぞれのサーバーに残っています。触れているところにはリンクがあります。",
    "投稿が何度、誰にお気に入りやブーストをされたか。",
    "編集された投稿の以前の版。",
    "カスタム絵文字。サーバーは画像を書き出さないため、コロンで挟んだ名前で示します。",
    "ときには画像。ないところには説明を載せています。",
  ],
  howMade: "作り方",
  howMadeText: (tool) => [
    `${tool}による。簡素なHTMLと一つのスタイルシートで、ディスクから、どのブラウザーでも、ネットワークもスクリプトもなしに開けます。訪問者は数えていません。`,
  ],
  dialects: DIALECT_NAMES,
};
