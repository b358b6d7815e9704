/** A browser has no wx.login and no phone-number button. */
export const hasWechat = false
