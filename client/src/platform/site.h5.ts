/** Where people open this product in a browser. */
export const site = () => location.origin
