import { askView } from '../link.ts'
import type { BackendNode } from '../backend.ts'
import { define, type Control, type Node } from './define.ts'
import { data } from './tree.ts'

type Offset = { scrollLeft: number; scrollTop: number; scrollWidth: number; scrollHeight: number }
const place = (node: Node) => node.getBackendElement() as unknown as BackendNode
const offset = (node: Node) => askView<Offset>(place(node).page, 'scrollOffset', place(node).id)

const scrollView = (node: Node): Control => ({
  // `scroll`, `scrolltoupper` and `scrolltolower` come from the view, which knows the sizes.
  report: (type, detail) => node.triggerEvent(type, detail),
  functions: {
    scrollTo: (x: number, y: number) => askView(place(node).page, 'scrollTo', place(node).id, x, y),
    scrollTop: async () => (await offset(node)).scrollTop,
    scrollLeft: async () => (await offset(node)).scrollLeft,
    scrollWidth: async () => (await offset(node)).scrollWidth,
    scrollHeight: async () => (await offset(node)).scrollHeight,
  },
})

const swiper = (node: Node): Control => ({
  functions: {
    swipeTo: (to: number) => {
      if (data(node).current === to) return
      node.setData({ current: to } as never)
      node.triggerEvent('change', { current: to, currentItemId: '', source: 'touch' })
    },
  },
})

export function defineScrolling() {
  define('scroll-view', {
    properties: {
      scrollX: [Boolean, false],
      scrollY: [Boolean, false],
      upperThreshold: [null, 50],
      lowerThreshold: [null, 50],
      scrollTop: [null, null],
      scrollLeft: [null, null],
      scrollIntoView: [String, ''],
      scrollWithAnimation: [Boolean, false],
      enableBackToTop: [Boolean, false],
      enablePassive: [null, false],
      enableFlex: [Boolean, false],
      scrollAnchoring: [Boolean, false],
      refresherEnabled: [Boolean, false],
      refresherThreshold: [Number, 45],
      refresherDefaultStyle: [String, 'black'],
      refresherBackground: [String, '#FFF'],
      refresherTriggered: [Boolean, false],
      enhanced: [Boolean, false],
      bounces: [Boolean, true],
      showScrollbar: [Boolean, true],
      pagingEnabled: [Boolean, false],
      fastDeceleration: [Boolean, false],
      type: [String, 'list'],
      usingSticky: [Boolean, false],
    },
    control: scrollView,
  })
  define('swiper', {
    properties: {
      indicatorDots: [Boolean, false],
      indicatorColor: [String, 'rgba(0, 0, 0, .3)'],
      indicatorActiveColor: [String, '#000000'],
      autoplay: [Boolean, false],
      current: [Number, 0],
      interval: [Number, 5000],
      duration: [Number, 500],
      circular: [Boolean, false],
      vertical: [Boolean, false],
      previousMargin: [String, '0px'],
      nextMargin: [String, '0px'],
      snapToEdge: [Boolean, false],
      displayMultipleItems: [Number, 1],
      easingFunction: [String, 'default'],
    },
    control: swiper,
  })
  define('swiper-item', { properties: { itemId: [String, ''], skipHiddenItemLayout: [Boolean, false] } })
}
