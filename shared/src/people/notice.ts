import { PRIVACY_VERSION } from './privacy-version.ts'

export type NoticeSection = { heading: string; paragraphs: readonly string[] }

/**
 * The privacy notice, by the headings that 《个人信息保护法》第十七条 asks for: who, why and how, which data, how long,
 * how to use one's rights, and who is told of changes. Its words are part of what a consent is evidence of.
 */
export const notice: readonly NoticeSection[] = [
  {
    heading: '谁在处理您的个人信息',
    paragraphs: [
      '运营泰民通的单位是个人信息处理者，单位名称和备案号写在这份说明的最后，也写在「我的」页脚。',
      '有疑问、要投诉，可以拨打 12345 转泰民通，或到您的村（社区）窗口，请个人信息保护负责人处理。我们在 15 天内答复；不能照办的，会说明理由。',
    ],
  },
  {
    heading: '用哪些信息，做什么，凭什么',
    paragraphs: [
      '手机号：登录和联系您，是提供账号服务所必需的。',
      '称呼、您选的村（社区）、报名记录：报名活动、让主办方知道谁来，是您要办的事所必需的。',
      '姓名和身份证号（敏感个人信息）：只在您单独同意后，用来核验您是本人。用网号、网证核验的，我们不收也不要身份证号。',
      '登录的设备名称、操作记录：保障账号安全，是《网络安全法》要求留存的。',
      '不用您的信息做画像、推送广告或自动决定，也不卖给任何人。',
    ],
  },
  {
    heading: '怎样保存，保存多久',
    paragraphs: [
      '保存在中国境内。手机号、姓名、身份证号用国密 SM4 加密，页面、名单、日志和导出的文件里都是遮住的。',
      '账号信息保存到您注销；登录的设备 30 天不用就删除；验证码 2 天后删除；网络日志 6 个月；操作审计 3 年；查看完整信息的记录 3 年；替办的记录 3 年；结束以后的同意记录 3 年。到期由系统自动删除。核验时看过的证件不留照片。',
    ],
  },
  {
    heading: '谁看得到',
    paragraphs: [
      '您报名的活动，由主办的村（社区）工作人员看到称呼和遮住的手机号。',
      '确有必要时，本村（社区）的工作人员可以写明理由查看一项完整信息。每一次都记录下来，第二天由个人信息保护负责人复核，您在「关于我的信息」里也看得到。',
      '短信由短信服务商发出，它只拿到手机号和短信内容；实名核验由您选的核验平台完成。除此之外不提供给别人；要提供时，会先告诉您对方是谁，单独请您同意。',
    ],
  },
  {
    heading: '您的权利，怎样用',
    paragraphs: [
      '查阅和复制：「我的 → 隐私 → 关于我的信息」，可以看，也可以导出。',
      '更正：称呼和村（社区）自己改；姓名、身份证号请到窗口改。',
      '撤回同意：「我的 → 隐私」，按「撤回」。撤回不影响以前已经办的事。',
      '注销：「我的 → 隐私 → 注销账号」。账号立即停用，15 天内删除；这期间再登录一次就能恢复。法律要求留存的操作审计不含您的姓名、手机号和身份证号。',
      '不会操作的，可以请家人用「帮家人办」替您办，或到窗口由工作人员协助；替您办了什么，都有短信告诉您，您可以撤销，也可以随时不让他再帮。',
    ],
  },
  {
    heading: '未成年人',
    paragraphs: [
      '未满 14 周岁的孩子，由父母或其他监护人带到村（社区）窗口，经监护人同意后登记；不接受孩子自己在网上实名。工作人员查看未成年人的信息要写明理由并留下记录。',
    ],
  },
  {
    heading: '不同意会怎样，以后改了怎么办',
    paragraphs: [
      '不登录、不同意，也可以看公告、活动、区划和电话，窗口照样可以办。',
      '这份说明有修改时，会写上新的日期，在「我的」里请您再看一遍。出了可能影响您的安全事件，我们会告诉您并马上补救。',
    ],
  },
]

/** The notice as one text, for what a consent's evidence is computed over. */
export function noticeText() {
  const sections = notice.map(({ heading, paragraphs }) => [heading, ...paragraphs].join('\n'))
  return [PRIVACY_VERSION, ...sections].join('\n\n')
}
