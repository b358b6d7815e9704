import { type Product, startProduct } from '../h5/product.ts'

export type City = Product
/** The real server with its demonstration city, on a database of its own. */
export const startCity = () => startProduct()
