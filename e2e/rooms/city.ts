import { type Product, startProduct } from '../h5/product.ts'

export type City = Product & {
  /** Asks the API as the demonstration's persona would, for what a journey needs to know beforehand. */
  ask<T>(path: string): Promise<T>
}

/** The real server with its demonstration city, on a database of its own. */
export async function startCity(): Promise<City> {
  const product = await startProduct()
  const ask = async <T>(path: string) => {
    const answer = await fetch(`${product.url}/api${path}`)
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return (await answer.json()) as T
  }
  return { ...product, ask }
}
