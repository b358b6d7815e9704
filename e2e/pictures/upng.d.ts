declare module 'upng-js' {
  export type Decoded = { width: number; height: number }
  export function decode(png: Uint8Array): Decoded
  export function toRGBA8(image: Decoded): ArrayBuffer[]
  /** `colours`: of the palette; 0 keeps all. */
  export function encode(frames: ArrayBuffer[], width: number, height: number, colours: number): ArrayBuffer
}
