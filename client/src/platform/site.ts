/** Where people open this product in a browser: the API's own process serves those pages. */
export const site = () => API_BASE
