import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'

/** Presses a button once it is there and not busy, as a person would. */
export async function press(name: RegExp | string) {
  const button = await screen.findByRole('button', { name })
  await waitFor(() => expect(button.getAttribute('aria-busy')).toBeNull())
  fireEvent.click(screen.getByRole('button', { name }))
}

/** Writes into the field with this label. */
export async function write(label: RegExp | string, value: string) {
  fireEvent.change(await screen.findByLabelText(label), { target: { value } })
}
