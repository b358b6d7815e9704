import type { Device } from '../wire.ts'

/** `rpx` as WeChat's own compiler turns it into px: 750 make the screen's width, rounded down, never below 1. */
export function toPx(text: string, { width }: Pick<Device, 'width'>) {
  return text.replace(/(-?(?:\d+\.?\d*|\.\d+))rpx\b/g, (_, number: string) => {
    const value = Number(number)
    if (value === 0) return '0px'
    const px = Math.floor((Math.abs(value) / 750) * width + 1e-4) || 1
    return `${value < 0 ? -px : px}px`
  })
}
