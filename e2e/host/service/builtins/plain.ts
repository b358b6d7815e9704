import { define, type Builtin, type Properties } from './define.ts'

export const hover = (className = 'none', start = 50, stay = 400): Properties => ({
  hoverClass: [String, className],
  hoverStopPropagation: [Boolean, false],
  hoverStartTime: [Number, start],
  hoverStayTime: [Number, stay],
})

const plain: Record<string, Builtin> = {
  view: { properties: hover() },
  text: {
    properties: {
      selectable: [Boolean, false],
      userSelect: [Boolean, false],
      overflow: [String, 'visible'],
      maxLines: [null, null],
      space: [String, ''],
      decode: [Boolean, false],
    },
  },
  image: {
    properties: {
      src: [String, ''],
      mode: [String, 'scaleToFill'],
      webp: [Boolean, false],
      lazyLoad: [Boolean, false],
      showMenuByLongpress: [Boolean, false],
      fadeIn: [Boolean, false],
    },
    // The view knows when a picture is there, and how large it is.
    control: (node) => ({ report: (type, detail) => node.triggerEvent(type, detail) }),
  },
  icon: { properties: { type: [String, ''], size: [null, 23], color: [String, ''] } },
  progress: {
    properties: {
      percent: [Number, 0],
      showInfo: [Boolean, false],
      strokeWidth: [null, 6],
      borderRadius: [null, 0],
      fontSize: [null, 16],
      color: [String, '#09BB07'],
      activeColor: [String, '#09BB07'],
      backgroundColor: [String, '#EBEBEB'],
      active: [Boolean, false],
      activeMode: [String, 'backwards'],
      duration: [Number, 30],
    },
  },
  'rich-text': { properties: { nodes: [null, []], space: [String, ''], userSelect: [Boolean, false] } },
  'root-portal': { properties: { enable: [Boolean, true] } },
  'cover-view': { properties: { scrollTop: [null, null], markerId: [null, null] } },
  'cover-image': {
    properties: { src: [String, ''], referrerPolicy: [String, 'no-referrer'] },
    control: (node) => ({ report: (type, detail) => node.triggerEvent(type, detail) }),
  },
}

export function definePlain() {
  for (const [tag, builtin] of Object.entries(plain)) define(tag, builtin)
}
