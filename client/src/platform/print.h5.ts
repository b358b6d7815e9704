/** Opens the browser's print dialogue for this page. */
export const printPage: (() => void) | null = () => window.print()
