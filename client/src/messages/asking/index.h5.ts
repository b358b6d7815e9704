type Askable<T extends string> = { template: T; wechatId: string }

/** A browser has no WeChat to ask. */
export const askWechat: (<T extends string>(items: readonly Askable<T>[]) => Promise<T[]>) | null = null
