declare module 'upng-js' {
  type Decoded = { width: number; height: number }
  const UPNG: {
    decode(png: Uint8Array): Decoded
    toRGBA8(image: Decoded): ArrayBuffer[]
    /** `colours`: of the palette; 0 keeps all. */
    encode(frames: ArrayBuffer[], width: number, height: number, colours: number): ArrayBuffer
  }
  export = UPNG
}
