export const hasWechat = true
