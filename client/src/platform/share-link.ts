/** WeChat's own button (`openType="share"`) shares; there is no link to hand out. */
export const shareLink: ((title: string, url: string) => Promise<'shared' | 'copied' | 'failed'>) | null =
  null
