import { define, type Control, type Node } from './define.ts'
import { data } from './tree.ts'

type Marker = { id?: number }

/** A map without tiles: its markers can be read (`property('markers')`) and tapped (`trigger('markertap', …)`). */
const map = (node: Node): Control => ({
  triggered: (type, detail) => {
    if (type !== 'markertap' && type !== 'callouttap') return
    const { markerId } = detail as { markerId?: unknown }
    const markers = data(node).markers as Marker[]
    if (!markers.some((marker) => marker.id === markerId))
      throw new Error(`the map has no marker ${String(markerId)}`)
  },
})

export function defineMap() {
  define('map', {
    properties: {
      longitude: [Number, 0],
      latitude: [Number, 0],
      scale: [Number, 16],
      minScale: [Number, 3],
      maxScale: [Number, 20],
      markers: [Array, []],
      polyline: [Array, []],
      circles: [Array, []],
      polygons: [Array, []],
      includePoints: [Array, []],
      showLocation: [Boolean, false],
      subkey: [String, ''],
      layerStyle: [null, 1],
      rotate: [Number, 0],
      skew: [Number, 0],
      enable3D: [Boolean, false],
      showCompass: [Boolean, false],
      showScale: [Boolean, false],
      enableOverlooking: [Boolean, false],
      enableZoom: [Boolean, true],
      enableScroll: [Boolean, true],
      enableRotate: [Boolean, false],
      enableSatellite: [Boolean, false],
      enableTraffic: [Boolean, false],
      enablePoi: [Boolean, true],
      enableBuilding: [Boolean, false],
      setting: [null, {}],
    },
    control: map,
  })
}
