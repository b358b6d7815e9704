/** A phone prints nothing from WeChat. */
export const printPage: (() => void) | null = null
