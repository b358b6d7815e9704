import path from 'node:path'
import { ariaAttributes } from './attributes.ts'

type Platform = {
  /** H5 has none. */
  template?: {
    mergeComponents: (ctx: object, components: object) => void
    internalComponents: Record<string, Record<string, string>>
  }
  runtimePath: string | string[]
}
type Context = { registerMethod: (method: { name: string; fn: (platform: Platform) => void }) => void }

/** Events that nobody listens to: each stands in some fifty templates of the main package, and crosses to the page's other half. */
const unheard = [
  'bindAnimationStart',
  'bindAnimationIteration',
  'bindAnimationEnd',
  'bindTransitionEnd',
  'bindTouchCancel',
  'bindLongPress',
  'bindTouchStart',
  'bindTouchEnd',
  'bindScrollToUpper',
  'bindScrollToLower',
  'bindScroll',
  'bindScrollStart',
  'bindScrollEnd',
  'bindDragStart',
  'bindDragging',
  'bindDragEnd',
  'bindRefresherPulling',
  'bindRefresherRefresh',
  'bindRefresherRestore',
  'bindRefresherAbort',
  'bindRefresherWillRefresh',
  'bindRefresherStatusChange',
]

/** A Taro plugin: gives WXML the attributes that a screen reader needs, at build time and in the mini-program. */
// oxlint-disable-next-line import/no-default-export -- Taro loads a plugin by its default export
export default function addAriaAttributes(ctx: Context) {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.template === undefined) return
      platform.template.mergeComponents(ctx, ariaAttributes)
      for (const component of Object.values(platform.template.internalComponents))
        for (const event of unheard) delete component[event]
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'runtime.ts')].flat()
    },
  })
}
